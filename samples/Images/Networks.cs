namespace InitGen.Samples.Images;

/// <summary>Two convolutions, each with a normalization, and a way around them.</summary>
[Residual(Activation.Relu)]
public sealed partial class NormalizedBlock
{
    [Conv2d(Block.Channels, 3, Activation.Linear, Init.HeNormal, Stride = Block.Stride, Padding = 1, UseBias = false)]
    public partial Layer Conv1 { get; }

    [BatchNorm(Activation.Relu)]
    public partial Layer Norm1 { get; }

    [Conv2d(Block.Channels, 3, Activation.Linear, Init.HeNormal, Padding = 1, UseBias = false)]
    public partial Layer Conv2 { get; }

    [BatchNorm]
    public partial Layer Norm2 { get; }

    [Shortcut, Conv2d(Block.Channels, 1, Activation.Linear, Init.HeNormal, Stride = Block.Stride, UseBias = false)]
    public partial Layer Around { get; }

    [Shortcut, BatchNorm]
    public partial Layer AroundNorm { get; }
}

/// <summary>A residual network with batch normalization and He weights.</summary>
[Network(1, 8, 8)]
public sealed partial class Residual
{
    [Conv2d(16, 3, Activation.Linear, Init.HeNormal, Padding = 1, UseBias = false)]
    public partial Layer Stem { get; }

    [BatchNorm(Activation.Relu)]
    public partial Layer StemNorm { get; }

    [Block(16)]
    public partial NormalizedBlock Stage1 { get; }

    [Block(32, Stride = 2, Repeat = 2)]
    public partial BlockStack<NormalizedBlock> Stage2 { get; }

    [GlobalAvgPool]
    public partial Layer Pool { get; }

    [Dense(10)]
    public partial DenseLayer Output { get; }
}

/// <summary>The same block with equal weights, which no normalization tells apart.</summary>
[Residual(Activation.Relu)]
public sealed partial class ConstantBlock
{
    [Conv2d(Block.Channels, 3, Activation.Linear, Init.Constant, Value = 0.1, Stride = Block.Stride, Padding = 1, UseBias = false)]
    public partial Layer Conv1 { get; }

    [BatchNorm(Activation.Relu)]
    public partial Layer Norm1 { get; }

    [Conv2d(Block.Channels, 3, Activation.Linear, Init.Constant, Value = 0.1, Padding = 1, UseBias = false)]
    public partial Layer Conv2 { get; }

    [BatchNorm]
    public partial Layer Norm2 { get; }

    [Shortcut, Conv2d(Block.Channels, 1, Activation.Linear, Init.Constant, Value = 0.1, Stride = Block.Stride, UseBias = false)]
    public partial Layer Around { get; }

    [Shortcut, BatchNorm]
    public partial Layer AroundNorm { get; }
}

/// <summary>The same network of such blocks: all channels of a layer stay copies of each other.</summary>
[Network(1, 8, 8)]
public sealed partial class ConstantResidual
{
    [Conv2d(16, 3, Activation.Linear, Init.Constant, Value = 0.1, Padding = 1, UseBias = false)]
    public partial Layer Stem { get; }

    [BatchNorm(Activation.Relu)]
    public partial Layer StemNorm { get; }

    [Block(16)]
    public partial ConstantBlock Stage1 { get; }

    [Block(32, Stride = 2, Repeat = 2)]
    public partial BlockStack<ConstantBlock> Stage2 { get; }

    [GlobalAvgPool]
    public partial Layer Pool { get; }

    [Dense(10, Activation.Linear, Init.Constant, Value = 0.1)]
    public partial DenseLayer Output { get; }
}

/// <summary>As many convolutions without a normalization or a way around them, with weights that somebody thought small enough.</summary>
[Network(1, 8, 8)]
public sealed partial class SmallPlain
{
    [Conv2d(16, 3, Activation.Relu, Init.Normal, StdDev = 0.01, Padding = 1)]
    public partial Layer Stem { get; }

    [Conv2d(16, 3, Activation.Relu, Init.Normal, StdDev = 0.01, Padding = 1, Repeat = 2)]
    public partial LayerStack Stage1 { get; }

    [Conv2d(32, 3, Activation.Relu, Init.Normal, StdDev = 0.01, Stride = 2, Padding = 1)]
    public partial Layer Down { get; }

    [Conv2d(32, 3, Activation.Relu, Init.Normal, StdDev = 0.01, Padding = 1, Repeat = 3)]
    public partial LayerStack Stage2 { get; }

    [Flatten]
    public partial Layer Flat { get; }

    [Dense(10, Activation.Linear, Init.Normal, StdDev = 0.01)]
    public partial DenseLayer Output { get; }
}
