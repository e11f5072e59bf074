using System;

namespace InitGen;

/// <summary>The layers of a network that belong to a block, or to a stack of blocks.</summary>
/// <param name="name">The block's name: "Layer1" of a stack, "Layer1.0" of one of its blocks.</param>
/// <param name="layers">What is known of its layers, at least.</param>
/// <param name="parameters">The parameters of the whole network.</param>
public readonly struct BlockLayers(string name, ReadOnlyMemory<LayerInfo> layers, Memory<float> parameters)
{
    private readonly ReadOnlyMemory<LayerInfo> _layers = layers;
    private readonly Memory<float> _parameters = parameters;

    /// <summary>The block's name.</summary>
    public string Name { get; } = name;

    /// <summary>The parameters of the whole network.</summary>
    public Span<float> Parameters => _parameters.Span;

    /// <summary>The number of blocks in a stack.</summary>
    internal int Count
    {
        get
        {
            int count = 0;
            while (IndexOf($"{Name}.{count}") >= 0)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>One of its layers.</summary>
    /// <param name="member">The name that it has in the block.</param>
    /// <exception cref="InvalidOperationException">The block has no such layer, as none is on the way around a branch that does not change the
    /// shape.</exception>
    public LayerInfo this[string member] => Stack(member)[0];

    /// <summary>Layers that follow each other in it.</summary>
    /// <param name="member">The name that they have in the block.</param>
    /// <exception cref="InvalidOperationException">The block has no such layers.</exception>
    public ReadOnlySpan<LayerInfo> Stack(string member)
    {
        string name = $"{Name}.{member}";
        int first = IndexOf(name);
        if (first < 0)
        {
            throw new InvalidOperationException($"'{Name}' has no layer '{member}': its branch does not change the shape, so that no shortcut is needed.");
        }

        int count = 1;
        while (first + count < _layers.Length && Belongs(_layers.Span[first + count].Name, name))
        {
            count++;
        }

        return _layers.Span.Slice(first, count);
    }

    /// <summary>A block, or a stack of blocks, in it.</summary>
    /// <param name="member">The name that it has in the block.</param>
    public BlockLayers Inner(string member) => new($"{Name}.{member}", _layers, _parameters);

    /// <summary>A view of them.</summary>
    /// <typeparam name="TBlock">The class of the block.</typeparam>
    public TBlock As<TBlock>()
        where TBlock : IBlock<TBlock> => TBlock.Create(this);

    private static bool Belongs(string layer, string name) =>
        layer.StartsWith(name, StringComparison.Ordinal) && (layer.Length == name.Length || layer[name.Length] == '.');

    // The first layer that is, or belongs to, what has a name.
    private int IndexOf(string name)
    {
        ReadOnlySpan<LayerInfo> layers = _layers.Span;
        for (int index = 0; index < layers.Length; index++)
        {
            if (Belongs(layers[index].Name, name))
            {
                return index;
            }
        }

        return -1;
    }
}
