namespace InitGen.Generator.Tests;

/// <summary>Networks that are known, as torchvision initializes them: a quarter of the channels, images of 32×32 or 64×64.</summary>
internal static class PublishedNetworks
{
    private const string Bottlenecks = """
        [Residual(Activation.Relu)]
        partial class Bottleneck
        {
            [Conv2d(Block.Channels, 1, Activation.Linear, Init.HeNormal, FanMode = FanMode.Out, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Bn1 { get; }
            [Conv2d(Block.Channels, 3, Activation.Linear, Init.HeNormal, FanMode = FanMode.Out, Stride = Block.Stride, Padding = 1, UseBias = false)] public partial Layer Conv2 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Bn2 { get; }
            [Conv2d(Block.Channels, 1, Activation.Linear, Init.HeNormal, Expand = 4, FanMode = FanMode.Out, UseBias = false)] public partial Layer Conv3 { get; }
            [BatchNorm] public partial Layer Bn3 { get; }
            [Shortcut, Conv2d(Block.Channels, 1, Activation.Linear, Init.HeNormal, Expand = 4, FanMode = FanMode.Out, Stride = Block.Stride, UseBias = false)] public partial Layer Down { get; }
            [Shortcut, BatchNorm] public partial Layer DownNorm { get; }
        }

        """;

    private const string BasicBlocks = """
        [Residual(Activation.Relu)]
        partial class BasicBlock
        {
            [Conv2d(Block.Channels, 3, Activation.Linear, Init.HeNormal, FanMode = FanMode.Out, Stride = Block.Stride, Padding = 1, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Bn1 { get; }
            [Conv2d(Block.Channels, 3, Activation.Linear, Init.HeNormal, FanMode = FanMode.Out, Padding = 1, UseBias = false)] public partial Layer Conv2 { get; }
            [BatchNorm] public partial Layer Bn2 { get; }
            [Shortcut, Conv2d(Block.Channels, 1, Activation.Linear, Init.HeNormal, FanMode = FanMode.Out, Stride = Block.Stride, UseBias = false)] public partial Layer Down { get; }
            [Shortcut, BatchNorm] public partial Layer DownNorm { get; }
        }

        """;

    // Sandler et al. 2018: wide in the middle, linear at the end, and around it only where the shape stays.
    private const string MobileNetV2 = """
        [Residual(IsOptional = true)]
        partial class InvertedResidual
        {
            [Conv2d(Block.InputChannels, 1, Activation.Linear, Init.HeNormal, Expand = 6, FanMode = FanMode.Out, UseBias = false)] public partial Layer Expanded { get; }
            [BatchNorm(Activation.Relu6)] public partial Layer Bn1 { get; }
            [DepthwiseConv2d(3, Activation.Linear, Init.HeNormal, FanMode = FanMode.Out, Stride = Block.Stride, Padding = 1, UseBias = false)] public partial Layer Depthwise { get; }
            [BatchNorm(Activation.Relu6)] public partial Layer Bn2 { get; }
            [Conv2d(Block.Channels, 1, Activation.Linear, Init.HeNormal, FanMode = FanMode.Out, UseBias = false)] public partial Layer Projected { get; }
            [BatchNorm] public partial Layer Bn3 { get; }
        }

        [Network(3, 32, 32)]
        partial class Net
        {
            [Conv2d(16, 3, Activation.Linear, Init.HeNormal, FanMode = FanMode.Out, Stride = 2, Padding = 1, UseBias = false)] public partial Layer Stem { get; }
            [BatchNorm(Activation.Relu6)] public partial Layer StemNorm { get; }
            [Block(12, Repeat = 2)] public partial BlockStack<InvertedResidual> Stage1 { get; }
            [Block(16, Stride = 2, Repeat = 3)] public partial BlockStack<InvertedResidual> Stage2 { get; }
            [Block(32, Stride = 2, Repeat = 3)] public partial BlockStack<InvertedResidual> Stage3 { get; }
            [GlobalAvgPool] public partial Layer Pool { get; }
            [Dense(10, Activation.Linear, Init.Normal, StdDev = 0.01)] public partial DenseLayer Output { get; }
        }
        """;

    /// <summary>The networks, by name.</summary>
    public static TheoryData<string, string> All => new()
    {
        { "LeNet5, of any images", LeNet5("") },
        { "LeNet5, of white noise", LeNet5(", InputCorrelation = 0") },
        { "Vgg11, of any images", Vgg11("") },
        { "Vgg11, of white noise", Vgg11(", InputCorrelation = 0") },
        { "ResNet18", BasicBlocks + ResNet("BasicBlock", 2, 2, 2, 2) },
        { "ResNet50", Bottlenecks + ResNet("Bottleneck", 3, 4, 6, 3) },
        { "MobileNetV2, the start", MobileNetV2 },
    };

    private static string LeNet5(string input) => $$"""
        [Network(1, 32, 32{{input}})]
        partial class Net
        {
            [Conv2d(6, 5, Activation.Tanh, Init.LeCunNormal)] public partial Layer Conv1 { get; }
            [AvgPool2d(2)] public partial Layer Pool1 { get; }
            [Conv2d(16, 5, Activation.Tanh, Init.LeCunNormal)] public partial Layer Conv2 { get; }
            [AvgPool2d(2)] public partial Layer Pool2 { get; }
            [Conv2d(120, 5, Activation.Tanh, Init.LeCunNormal)] public partial Layer Conv3 { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(84, Activation.Tanh, Init.LeCunNormal)] public partial DenseLayer Dense1 { get; }
            [Dense(10)] public partial DenseLayer Output { get; }
        }
        """;

    private static string ResNet(string block, params int[] repeats) => $$"""
        [Network(3, 64, 64)]
        partial class Net
        {
            [Conv2d(16, 7, Activation.Linear, Init.HeNormal, FanMode = FanMode.Out, Stride = 2, Padding = 3, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Bn1 { get; }
            [MaxPool2d(3, Stride = 2, Padding = 1)] public partial Layer MaxPool { get; }
            [Block(16, Repeat = {{repeats[0]}})] public partial BlockStack<{{block}}> Layer1 { get; }
            [Block(32, Stride = 2, Repeat = {{repeats[1]}})] public partial BlockStack<{{block}}> Layer2 { get; }
            [Block(64, Stride = 2, Repeat = {{repeats[2]}})] public partial BlockStack<{{block}}> Layer3 { get; }
            [Block(128, Stride = 2, Repeat = {{repeats[3]}})] public partial BlockStack<{{block}}> Layer4 { get; }
            [GlobalAvgPool] public partial Layer AvgPool { get; }
            [Dense(10)] public partial DenseLayer Fc { get; }
        }
        """;

    private static string Vgg11(string input) => $$"""
        [Network(3, 32, 32{{input}})]
        partial class Net
        {
            [Conv2d(16, 3, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Padding = 1)] public partial Layer Conv1 { get; }
            [MaxPool2d(2)] public partial Layer Pool1 { get; }
            [Conv2d(32, 3, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Padding = 1)] public partial Layer Conv2 { get; }
            [MaxPool2d(2)] public partial Layer Pool2 { get; }
            [Conv2d(64, 3, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Padding = 1)] public partial Layer Conv3 { get; }
            [Conv2d(64, 3, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Padding = 1)] public partial Layer Conv4 { get; }
            [MaxPool2d(2)] public partial Layer Pool3 { get; }
            [Conv2d(128, 3, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Padding = 1)] public partial Layer Conv5 { get; }
            [Conv2d(128, 3, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Padding = 1)] public partial Layer Conv6 { get; }
            [MaxPool2d(2)] public partial Layer Pool4 { get; }
            [Conv2d(128, 3, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Padding = 1)] public partial Layer Conv7 { get; }
            [Conv2d(128, 3, Activation.Relu, Init.HeNormal, FanMode = FanMode.Out, Padding = 1)] public partial Layer Conv8 { get; }
            [MaxPool2d(2)] public partial Layer Pool5 { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(1024, Activation.Relu, Init.Normal, StdDev = 0.01)] public partial DenseLayer Dense1 { get; }
            [Dense(1024, Activation.Relu, Init.Normal, StdDev = 0.01)] public partial DenseLayer Dense2 { get; }
            [Dense(10, Activation.Linear, Init.Normal, StdDev = 0.01)] public partial DenseLayer Output { get; }
        }
        """;
}
