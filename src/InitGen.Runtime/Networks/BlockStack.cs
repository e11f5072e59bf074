using System;
using System.Globalization;

namespace InitGen;

/// <summary>Blocks that follow each other, declared once with <see cref="LayerAttribute.Repeat"/>: a view of their layers.</summary>
/// <typeparam name="TBlock">The class of the blocks.</typeparam>
/// <param name="layers">Their layers.</param>
public readonly struct BlockStack<TBlock>(BlockLayers layers)
    where TBlock : IBlock<TBlock>
{
    private readonly BlockLayers _layers = layers;

    /// <summary>The number of blocks.</summary>
    public int Count { get; } = layers.Count;

    /// <summary>A block: a view that is made anew, for code that is not in a hurry.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not below <see cref="Count"/>.</exception>
    public TBlock this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _layers.Inner(index.ToString(CultureInfo.InvariantCulture)).As<TBlock>();
        }
    }

    /// <summary>Enumerates the blocks, from the input to the output.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Enumerates the blocks of a stack.</summary>
    /// <param name="stack">The stack.</param>
    public struct Enumerator(BlockStack<TBlock> stack)
    {
        private readonly BlockStack<TBlock> _stack = stack;
        private int _index = -1;

        /// <summary>The block that the enumerator stands at.</summary>
        public readonly TBlock Current => _stack[_index];

        /// <summary>Goes on to the next block.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _stack.Count;
    }
}
