using System;

namespace InitGen;

/// <summary>Layers of any kind that follow each other, declared once with <see cref="LayerAttribute.Repeat"/>: a view of their
/// parameters.</summary>
/// <param name="layers">What is known of each layer.</param>
/// <param name="parameters">The parameters of the whole network.</param>
public readonly ref struct LayerStack(ReadOnlySpan<LayerInfo> layers, Span<float> parameters)
{
    private readonly ReadOnlySpan<LayerInfo> _layers = layers;
    private readonly Span<float> _parameters = parameters;

    /// <summary>The number of layers.</summary>
    public int Count => _layers.Length;

    /// <summary>A layer.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not below <see cref="Count"/>.</exception>
    public Layer this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new Layer(_layers[index], _parameters);
        }
    }

    /// <summary>Enumerates the layers, from the input to the output.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Enumerates the layers of a stack.</summary>
    /// <param name="stack">The stack.</param>
    public ref struct Enumerator(LayerStack stack)
    {
        private readonly LayerStack _stack = stack;
        private int _index = -1;

        /// <summary>The layer that the enumerator stands at.</summary>
        public readonly Layer Current => _stack[_index];

        /// <summary>Goes on to the next layer.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _stack.Count;
    }
}
