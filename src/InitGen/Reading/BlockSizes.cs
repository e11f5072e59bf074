namespace InitGen.Reading;

/// <summary>What the sizes of a block mean in one of its copies.</summary>
/// <param name="Channels"><see cref="Block.Channels"/>.</param>
/// <param name="InputChannels"><see cref="Block.InputChannels"/>.</param>
/// <param name="Stride"><see cref="Block.Stride"/>.</param>
internal readonly record struct BlockSizes(int Channels, int InputChannels, int Stride)
{
    /// <summary>The sizes of a block that is read by itself: any will do.</summary>
    public static BlockSizes OfNoUse { get; } = new(1, 1, 1);

    /// <summary>Whether a number stands for a size of a block.</summary>
    /// <param name="value">The number.</param>
    public static bool IsSize(int value) => value is Block.Channels or Block.InputChannels or Block.Stride;

    /// <summary>What a size means.</summary>
    /// <param name="size">One of those of <see cref="Block"/>.</param>
    public int Of(int size) => size switch
    {
        Block.Channels => Channels,
        Block.InputChannels => InputChannels,
        _ => Stride,
    };
}
