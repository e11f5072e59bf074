using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.CompileTime;

/// <summary>A residual network of 126 layers, declared by a block and its uses.</summary>
internal static class ResNet50
{
    /// <summary>The file of the network.</summary>
    /// <param name="classes">The number of its outputs.</param>
    public static SyntaxTree File(int classes) => CSharpSyntaxTree.ParseText(
        $$"""
        using InitGen;

        [Residual(Activation.Relu)]
        public sealed partial class Bottleneck
        {
            [Conv2d(Block.Channels, 1, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Bn1 { get; }
            [Conv2d(Block.Channels, 3, Stride = Block.Stride, Padding = 1, UseBias = false)] public partial Layer Conv2 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Bn2 { get; }
            [Conv2d(Block.Channels, 1, Expand = 4, UseBias = false)] public partial Layer Conv3 { get; }
            [BatchNorm] public partial Layer Bn3 { get; }
            [Shortcut, Conv2d(Block.Channels, 1, Expand = 4, Stride = Block.Stride, UseBias = false)] public partial Layer Downsample { get; }
            [Shortcut, BatchNorm] public partial Layer DownsampleNorm { get; }
        }

        [Network(3, 224, 224, Names = NameStyle.SnakeCase)]
        public sealed partial class ResNet50
        {
            [Conv2d(64, 7, Stride = 2, Padding = 3, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Bn1 { get; }
            [MaxPool2d(3, Stride = 2, Padding = 1)] public partial Layer MaxPool { get; }
            [Block(64, Repeat = 3)] public partial BlockStack<Bottleneck> Layer1 { get; }
            [Block(128, Stride = 2, Repeat = 4)] public partial BlockStack<Bottleneck> Layer2 { get; }
            [Block(256, Stride = 2, Repeat = 6)] public partial BlockStack<Bottleneck> Layer3 { get; }
            [Block(512, Stride = 2, Repeat = 3)] public partial BlockStack<Bottleneck> Layer4 { get; }
            [GlobalAvgPool] public partial Layer AvgPool { get; }
            [Dense({{classes.ToString(CultureInfo.InvariantCulture)}}, Activation.Softmax)] public partial DenseLayer Fc { get; }
        }
        """,
        Networks.ParseOptions,
        "ResNet50.cs");
}
