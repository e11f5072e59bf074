using System;
using System.Linq;

namespace InitGen.Generator.Tests;

/// <summary>Networks of every kind of layer, generated, compiled, and run.</summary>
public class EveryKindTests
{
    private const string Probe = """

        static partial class Probe
        {
            public static float[] OnThreads(int threads, float[] parameters, float[] inputs, float[] outputGradients)
            {
                int before = Execution.MaxDegreeOfParallelism;
                Execution.MaxDegreeOfParallelism = threads;
                try
                {
                    return [.. Forward(parameters, inputs), .. Backward(parameters, inputs, outputGradients)];
                }
                finally
                {
                    Execution.MaxDegreeOfParallelism = before;
                }
            }

            public static long Allocated(float[] parameters, float[] inputs, float[] outputGradients)
            {
                Net net = new(parameters);
                float[] outputs = new float[outputGradients.Length];
                float[] gradients = new float[Net.ParameterCount];
                float[] inputGradients = new float[inputs.Length];
                var statistics = new LayerStatistics[Net.Layers.Length];
                var gradientStatistics = new GradientStatistics[Net.Layers.Length];
                long allocated = long.MaxValue;
                for (int i = 0; i < 6; i++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    net.Initialize(7);
                    net.Forward(inputs, outputs);
                    net.Backward(inputs, outputGradients, gradients);
                    net.MeasureForward(inputs, statistics);
                    net.MeasureBackward(inputs, outputGradients, gradientStatistics);
                    InitGen.Kernels.NetworkPass.InputGradients(net, inputs, outputGradients, inputGradients);

                    // After the first few; and in one of them threads may start, where tests beside this one had kept them busy.
                    allocated = i < 3 ? allocated : Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
                }

                return allocated;
            }

            public static float[] InputGradients(float[] parameters, float[] inputs, float[] outputGradients)
            {
                float[] gradients = new float[inputs.Length];
                InitGen.Kernels.NetworkPass.InputGradients(new Net(parameters), inputs, outputGradients, gradients);
                return gradients;
            }
        }
        """ + CompiledNetworks.Probe;

    /// <summary>Networks, each with the fraction by which the average of 20 draws may miss the prediction.</summary>
    public static TheoryData<string, string> Networks => new()
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

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_are_those_of_finite_differences(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        float[] parameters = network.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(5 * inputSize);
        float[] outputGradients = NormalInputs.Of(5 * outputSize);
        float[] gradients = network.Call<float[]>("Backward", parameters, inputs, outputGradients);
        float scale = gradients.Max(Math.Abs);
        var random = new Random(1);
        for (int i = 0; i < 40; i++)
        {
            int index = random.Next(parameters.Length);
            double difference = (Loss(index, 2e-4f) - Loss(index, -2e-4f)) / 4e-4;
            Assert.True(Math.Abs(difference - gradients[index]) < 0.02 * scale, $"{kind}: parameter {index}: {difference}, {gradients[index]}");
        }

        double Loss(int index, float step)
        {
            float[] moved = [.. parameters];
            moved[index] += step;
            return network.Call<float[]>("Forward", moved, inputs).Zip(outputGradients, (output, gradient) => (double)output * gradient).Sum();
        }
    }

    // Where theory ends: behind the largest of averages or of other largest values, and of what a stride spreads out.
    private static readonly string[] PartlyUnknown = ["Signals", "Stacks whose shapes change", "ConvTranspose3d"];

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

    // Of torchvision's networks, a quarter of the channels; images are 32×32 or 64×64.
    public static TheoryData<string, string> Published => new()
    {
        { "LeNet5, of any images", LeNet5("") },
        { "LeNet5, of white noise", LeNet5(", InputCorrelation = 0") },
        { "Vgg11, of any images", Vgg11("") },
        { "Vgg11, of white noise", Vgg11(", InputCorrelation = 0") },
        { "ResNet18", BasicBlocks + ResNet("BasicBlock", 2, 2, 2, 2) },
        { "ResNet50", Bottlenecks + ResNet("Bottleneck", 3, 4, 6, 3) },
        { "MobileNetV2, the start", MobileNetV2 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    [MemberData(nameof(Published))]
    public void What_is_predicted_is_what_is_measured(string kind, string source)
    {
        const int Draws = 20;
        const int Batch = 60;
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        LayerInfo[] layers = network.Call<LayerInfo[]>("Layers");
        float[] inputs = NormalInputs.Of(Batch * inputSize);
        float[] outputGradients = NormalInputs.Of(Batch * outputSize);
        LayerStatistics[][] forward = [.. Enumerable.Range(1, Draws).Select(seed => network.Call<LayerStatistics[]>("Measure", (ulong)seed, inputs))];
        GradientStatistics[][] backward =
            [.. Enumerable.Range(1, Draws).Select(seed => network.Call<GradientStatistics[]>("MeasureBack", (ulong)seed, inputs, outputGradients))];
        for (int i = 0; i < layers.Length; i++)
        {
            (LayerPrediction lower, LayerPrediction upper) = layers[i].PredictedBounds ?? new(layers[i].Predicted, layers[i].Predicted);
            Check("std", forward.Average(draw => draw[i].ActivationStdDev), lower.ActivationStdDev, upper.ActivationStdDev, upper.ActivationSpread);
            Check(
                "gradient",
                backward.Average(draw => draw[i].StdDev / draw[^1].StdDev),
                lower.GradientStdDev,
                upper.GradientStdDev,
                upper.GradientSpread);

            // The average over seeds, the error bar of that many, three times, and what theory leaves out: at borders, and behind a sum
            // whose parts are not normal.
            void Check(string what, double measured, double least, double largest, double spread)
            {
                Assert.False(double.IsNaN(least) && !PartlyUnknown.Contains(kind), $"{kind}, {layers[i].Name}: {what} unknown");
                if (!double.IsNaN(least))
                {
                    spread = double.IsNaN(spread) ? 0 : spread;
                    double average = Math.Exp(-spread * spread / 2);
                    double tolerance = (3 * spread / Math.Sqrt(Draws)) + 0.1;
                    Assert.True(
                        Math.Log(measured / (average * least)) > -tolerance && Math.Log(measured / (average * largest)) < tolerance,
                        $"{kind}, {layers[i].Name}: {what} {measured}, predicted {least} to {largest} ± {tolerance}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_gradient_of_the_inputs_is_that_of_finite_differences(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        float[] parameters = network.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(5 * inputSize);
        float[] outputGradients = NormalInputs.Of(5 * outputSize);
        float[] gradients = network.Call<float[]>("InputGradients", parameters, inputs, outputGradients);
        float scale = gradients.Max(Math.Abs);
        int[] missed =
        [
            .. Enumerable.Range(0, 20).Select(place => place * inputs.Length / 20).Where(index =>
                Math.Abs(((Loss(index, 2e-4f) - Loss(index, -2e-4f)) / 4e-4) - gradients[index]) > 0.03 * scale),
        ];

        // A step across the kink of a rectifier, or from one maximum to the next, is no derivative.
        Assert.True(missed.Length <= 1, $"{kind}: inputs {string.Join(", ", missed)}");

        double Loss(int index, float step)
        {
            float[] moved = [.. inputs];
            moved[index] += step;
            return network.Call<float[]>("Forward", parameters, moved).Zip(outputGradients, (output, gradient) => (double)output * gradient).Sum();
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Passes_have_the_same_bits_on_any_number_of_threads_and_allocate_nothing(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        float[] parameters = network.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(130 * inputSize);
        float[] outputGradients = NormalInputs.Of(130 * outputSize);
        float[] alone = network.Call<float[]>("OnThreads", 1, parameters, inputs, outputGradients);
        Assert.True(alone.SequenceEqual(network.Call<float[]>("OnThreads", 3, parameters, inputs, outputGradients)), kind);
        Assert.Equal(0, network.Call<long>("Allocated", parameters, inputs, outputGradients));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_row_has_the_same_bits_in_any_batch_unless_rows_meet_or_its_place_decides_what_is_dropped(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, int outputSize) = SizesOf(network);
        float[] parameters = network.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(9 * inputSize);
        float[] together = network.Call<float[]>("Forward", parameters, inputs);
        if (network.Call<LayerInfo[]>("Layers").Any(static layer => layer.CouplesRows || layer.Kind == "Dropout"))
        {
            return;
        }

        float[] alone = network.Call<float[]>("Forward", parameters, inputs[(4 * inputSize)..(5 * inputSize)]);
        Assert.True(alone.SequenceEqual(together[(4 * outputSize)..(5 * outputSize)]), kind);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void What_is_not_finite_is_counted(string kind, string source)
    {
        CompiledNetworks network = new(source + Probe);
        (int inputSize, _) = SizesOf(network);
        float[] inputs = NormalInputs.Of(6 * inputSize);
        inputs[0] = float.NaN;
        inputs[inputSize] = float.PositiveInfinity;
        LayerStatistics[] statistics = network.Call<LayerStatistics[]>("Measure", 3UL, inputs);
        Assert.All(statistics, layer => Assert.True(layer.NonFiniteCount > 0, kind));
    }

    private static (int Inputs, int Outputs) SizesOf(CompiledNetworks network)
    {
        LayerInfo[] layers = network.Call<LayerInfo[]>("Layers");
        return ((int)layers[0].Input.Size, (int)layers[^1].Output.Size);
    }

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
