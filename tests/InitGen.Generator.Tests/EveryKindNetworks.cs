namespace InitGen.Generator.Tests;

/// <summary>Small networks, together of every kind of layer.</summary>
internal static class EveryKindNetworks
{
    /// <summary>The networks, by name.</summary>
    public static TheoryData<string, string> All => new()
    {
        {
            "Conv2d",
            """
            [Network(2, 9, 7)]
            partial class Net
            {
                [Conv2d(24, 3, Activation.Tanh, Padding = 1)] public partial Layer Conv1 { get; }
                [Conv2d(24, 3, Activation.Tanh, Stride = 2, Groups = 4, UseBias = false)] public partial Layer Conv2 { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Delta-orthogonal",
            """
            [Network(8, 8, 7)]
            partial class Net
            {
                [Conv2d(24, 3, Activation.Tanh, Init.DeltaOrthogonal, Gain = 1.5, Padding = 1)] public partial Layer Conv1 { get; }
                [Conv2d(24, 5, Activation.Tanh, Init.DeltaOrthogonal, Padding = 2, Repeat = 2)] public partial LayerStack Convs { get; }
                [Conv2d(24, 3, Activation.Linear, Init.DeltaOrthogonal)] public partial Layer Valid { get; }
                [Conv2d(48, 3, Activation.Relu, Init.DeltaOrthogonal, Gain = 1.4142, Stride = 2, Groups = 2)] public partial Layer Conv4 { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Conv1d",
            """
            [Network(Channels = 3, Length = 17)]
            partial class Net
            {
                [Conv1d(30, 5, Activation.Tanh, Padding = 4, Dilation = 2)] public partial Layer Conv1 { get; }
                [Conv1d(30, 3, Activation.Tanh, Padding = 1, Repeat = 2)] public partial LayerStack Convs { get; }
                [Add(nameof(Conv1))] public partial Layer Sum { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(4)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Stacks whose shapes change",
            """
            [Network(2, 11, 10)]
            partial class Net
            {
                [Conv2d(20, 3, Activation.Tanh, Repeat = 3)] public partial LayerStack Convs { get; }
                [MaxPool2d(2, Stride = 1, Repeat = 2)] public partial LayerStack Pools { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "DepthwiseConv2d",
            """
            [Network(3, 10, 9)]
            partial class Net
            {
                [DepthwiseConv2d(3, Activation.Tanh, Padding = 1, Multiplier = 8)] public partial Layer Conv1 { get; }
                [DepthwiseConv2d(5, Activation.Tanh, Stride = 2, KernelWidth = 3, UseBias = false)] public partial Layer Conv2 { get; }
                [Conv2d(24, 1, Activation.Tanh)] public partial Layer Mixed { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "DepthwiseConv1d",
            """
            [Network(Channels = 5, Length = 23)]
            partial class Net
            {
                [DepthwiseConv1d(3, Activation.Tanh, Dilation = 3, Multiplier = 2, Repeat = 3)] public partial LayerStack Convs { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(4)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "DepthwiseConv3d",
            """
            [Network(4, 5, 6, 7)]
            partial class Net
            {
                [DepthwiseConv3d(3, Padding = 1, Multiplier = 3, UseBias = false)] public partial Layer Conv { get; }
                [BatchNorm(Activation.Relu)] public partial Layer Norm { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(3)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "ConvTranspose2d",
            """
            [Network(6, 4, 5)]
            partial class Net
            {
                [ConvTranspose2d(24, 4, Activation.Tanh, Stride = 2, Padding = 1)] public partial Layer Up1 { get; }
                [ConvTranspose2d(24, 3, Activation.Tanh, Padding = 1, Groups = 4, UseBias = false)] public partial Layer Up2 { get; }
                [Add(nameof(Up1))] public partial Layer Sum { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "ConvTranspose1d",
            """
            [Network(Channels = 4, Length = 9)]
            partial class Net
            {
                [ConvTranspose1d(20, 3, Activation.Tanh, Stride = 2, Padding = 2, Dilation = 3, OutputPadding = 2)] public partial Layer Up1 { get; }
                [ConvTranspose1d(20, 2, Activation.Tanh, Stride = 2, Repeat = 2)] public partial LayerStack Ups { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(4)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "ConvTranspose3d",
            """
            [Network(5, 2, 3, 3)]
            partial class Net
            {
                [ConvTranspose3d(16, 3, Stride = 2, UseBias = false)] public partial Layer Up { get; }
                [BatchNorm(Activation.Relu)] public partial Layer Norm { get; }
                [MaxPool3d(2)] public partial Layer Pool { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(3)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "BatchNorm",
            """
            [Network(2, 8, 8)]
            partial class Net
            {
                [Conv2d(24, 3, Padding = 1, UseBias = false)] public partial Layer Conv1 { get; }
                [BatchNorm(Activation.Relu)] public partial Layer Norm1 { get; }
                [Conv2d(24, 3, Padding = 1, UseBias = false)] public partial Layer Conv2 { get; }
                [BatchNorm(Scale = 0.5, Shift = 0.2)] public partial Layer Norm2 { get; }
                [Add(nameof(Norm1), Activation = Activation.Relu)] public partial Layer Sum { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(20)] public partial DenseLayer Hidden { get; }
                [BatchNorm(Activation.Tanh, Affine = false)] public partial Layer Norm3 { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Blocks",
            """
            [Residual(Activation.Relu)]
            partial class BasicBlock
            {
                [Conv2d(Block.Channels, 3, Stride = Block.Stride, Padding = 1, UseBias = false)] public partial Layer Conv1 { get; }
                [BatchNorm(Activation.Relu)] public partial Layer Norm1 { get; }
                [Conv2d(Block.Channels, 3, Padding = 1, UseBias = false)] public partial Layer Conv2 { get; }
                [BatchNorm] public partial Layer Norm2 { get; }
                [Shortcut, Conv2d(Block.Channels, 1, Stride = Block.Stride, UseBias = false)] public partial Layer Down { get; }
                [Shortcut, BatchNorm] public partial Layer DownNorm { get; }
            }

            [Network(2, 8, 8)]
            partial class Net
            {
                [Conv2d(16, 3, Padding = 1)] public partial Layer Stem { get; }
                [BatchNorm(Activation.Relu)] public partial Layer StemNorm { get; }
                [Block(16)] public partial BasicBlock Stage1 { get; }
                [Block(24, Stride = 2, Repeat = 2)] public partial BlockStack<BasicBlock> Stage2 { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "BranchScale",
            """
            [Residual(BranchScale = Scale.PerDepth)]
            partial class Branch
            {
                [Dense(Block.Units, Activation.Relu, Expand = 2)] public partial DenseLayer Up { get; }
                [Dense(Block.InputUnits)] public partial DenseLayer Down { get; }
            }

            [Network(40)]
            partial class Net
            {
                [Dense(60)] public partial DenseLayer Stem { get; }
                [Block(60, Repeat = 4)] public partial BlockStack<Branch> Blocks { get; }
                [Dense(4)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Norms",
            """
            [Network(40)]
            partial class Net
            {
                [Dense(60, Bias = 0.5)] public partial DenseLayer A { get; }
                [LayerNorm(Activation.Relu)] public partial Layer NormA { get; }
                [Dense(60)] public partial DenseLayer B { get; }
                [RmsNorm(Activation.Tanh, Scale = 0.7)] public partial Layer NormB { get; }
                [Dense(60)] public partial DenseLayer C { get; }
                [GroupNorm(3, Activation.Relu, Shift = 0.1)] public partial Layer NormC { get; }
                [Dense(4)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "GroupNorm",
            """
            [Network(2, 8, 8)]
            partial class Net
            {
                [Conv2d(32, 3, Padding = 1)] public partial Layer Conv1 { get; }
                [GroupNorm(4, Activation.Silu)] public partial Layer Norm1 { get; }
                [Conv2d(32, 3, Padding = 1)] public partial Layer Conv2 { get; }
                [GroupNorm(1, Activation.Gelu)] public partial Layer Norm2 { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Dropout",
            """
            [Network(2, 8, 9)]
            partial class Net
            {
                [Conv2d(24, 3, Activation.Tanh, Padding = 1)] public partial Layer Conv { get; }
                [Dropout(0.2)] public partial Layer Drop1 { get; }
                [Conv2d(24, 3, Activation.Relu, Padding = 1, From = nameof(Conv))] public partial Layer Branch { get; }
                [Dropout(0.5, Repeat = 2)] public partial LayerStack Drop2 { get; }
                [Concat(nameof(Drop1))] public partial Layer Both { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dropout(0)] public partial Layer Drop3 { get; }
                [Dense(30, Activation.Tanh)] public partial DenseLayer Hidden { get; }
                [Dropout(0.7)] public partial Layer Drop4 { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Dropout and BatchNorm",
            """
            [Network(20)]
            partial class Net
            {
                [Dropout(0.3)] public partial Layer Drop1 { get; }
                [Dense(60)] public partial DenseLayer Hidden { get; }
                [BatchNorm(Activation.Tanh)] public partial Layer Norm { get; }
                [Dropout(0.3)] public partial Layer Drop2 { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Concat",
            """
            [Network(3, 6, 6)]
            partial class Net
            {
                [Conv2d(20, 3, Activation.Tanh, Padding = 1)] public partial Layer Stem { get; }
                [Conv2d(12, 1, Activation.Relu)] public partial Layer Narrow { get; }
                [Conv2d(24, 3, Activation.Tanh, Padding = 1, From = nameof(Stem))] public partial Layer Wide { get; }
                [Concat(nameof(Narrow), nameof(Stem))] public partial Layer Both { get; }
                [Conv2d(16, 3, Activation.Tanh)] public partial Layer Last { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "MaxPool",
            """
            [Network(2, 9, 9)]
            partial class Net
            {
                [Conv2d(24, 3, Activation.Tanh, Padding = 1)] public partial Layer Conv1 { get; }
                [MaxPool2d(3, Stride = 2, Padding = 1)] public partial Layer Pool1 { get; }
                [Conv2d(24, 3, Padding = 1, UseBias = false)] public partial Layer Conv2 { get; }
                [BatchNorm] public partial Layer Norm2 { get; }
                [MaxPool2d(2, Activation = Activation.Silu)] public partial Layer Pool2 { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "AvgPool",
            """
            [Network(3, 12, 10, InputCorrelation = 0)]
            partial class Net
            {
                [Conv2d(32, 1, Activation.Tanh)] public partial Layer Conv1 { get; }
                [AvgPool2d(2)] public partial Layer Pool1 { get; }
                [Conv2d(32, 1, Activation.Relu)] public partial Layer Conv2 { get; }
                [AvgPool2d(2, CountPadding = false)] public partial Layer Pool2 { get; }
                [Conv2d(32, 1, Activation.Tanh)] public partial Layer Conv3 { get; }
                [GlobalAvgPool(Activation = Activation.Tanh)] public partial Layer Pool3 { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Signals",
            """
            [Network(Channels = 3, Length = 21)]
            partial class Net
            {
                [Conv1d(20, 3, Activation.Tanh)] public partial Layer Conv1 { get; }
                [AvgPool1d(3, Stride = 2)] public partial Layer Pool1 { get; }
                [MaxPool1d(2)] public partial Layer Pool2 { get; }
                [Flatten(Activation = Activation.Tanh)] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Volumes",
            """
            [Network(Channels = 2, Depth = 6, Height = 6, Width = 4)]
            partial class Net
            {
                [Conv3d(12, 3, Activation.Tanh, Padding = 1)] public partial Layer Conv1 { get; }
                [MaxPool3d(2)] public partial Layer Pool1 { get; }
                [AvgPool3d(2, Stride = 1)] public partial Layer Pool2 { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(5)] public partial DenseLayer Output { get; }
            }
            """
        },
        {
            "Conv3d",
            """
            [Network(2, 5, 6, 7)]
            partial class Net
            {
                [Conv3d(20, 3, Activation.Tanh, Padding = 1)] public partial Layer Conv1 { get; }
                [Conv3d(16, 2, Activation.Tanh, Stride = 2)] public partial Layer Conv2 { get; }
                [Flatten] public partial Layer Flat { get; }
                [Dense(3)] public partial DenseLayer Output { get; }
            }
            """
        },
    };
}
