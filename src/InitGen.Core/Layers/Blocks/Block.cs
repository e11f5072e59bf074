namespace InitGen;

/// <summary>What a block does not know: in the attributes of its layers, these mean what its use says.</summary>
public static class Block
{
    /// <summary>The number of channels that the use names; of those that come in, where it names none.</summary>
    public const int Channels = int.MinValue + 1;

    /// <summary>The number of units that the use names: another word for <see cref="Channels"/>.</summary>
    public const int Units = Channels;

    /// <summary>The number of channels that come into the block.</summary>
    public const int InputChannels = int.MinValue + 2;

    /// <summary>The number of units that come into the block: another word for <see cref="InputChannels"/>.</summary>
    public const int InputUnits = InputChannels;

    /// <summary>The stride of the use, in the first of its copies; 1 in the others.</summary>
    public const int Stride = int.MinValue + 3;

    /// <summary>The name of what comes into the block, among those of its layers: <c>[Concat(Block.Input)]</c>.</summary>
    public const string Input = "Block.Input";
}
