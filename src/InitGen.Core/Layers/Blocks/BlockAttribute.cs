using System;

namespace InitGen;

/// <summary>Makes a partial property a block of layers that stand in a class of their own, one with <see cref="ResidualAttribute"/> or
/// <see cref="SequentialAttribute"/>. The property has that class as its type or, where the block is repeated, <c>BlockStack</c> of it.</summary>
/// <param name="channels">What <see cref="Block.Channels"/> and <see cref="Block.Units"/> mean, at least 1; where nothing is said, the number
/// of units that come in.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class BlockAttribute(int channels = 0) : LayerAttribute
{
    /// <summary>What <see cref="Block.Channels"/> and <see cref="Block.Units"/> mean; 0 for the number of units that come in.</summary>
    public int Channels { get; } = channels;

    /// <summary>What <see cref="Block.Stride"/> means in the first of the copies; in the others, 1.</summary>
    public int Stride { get; set; } = 1;
}
