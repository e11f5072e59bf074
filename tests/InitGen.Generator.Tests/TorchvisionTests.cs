using System;
using System.IO;
using System.Linq;
using InitGen.Runtime.Tests.Files;

namespace InitGen.Generator.Tests;

/// <summary>ResNet-18 goes to torchvision by a file, and comes back.</summary>
public class TorchvisionTests
{
    private const int Batch = 4;
    private const int Size = 64;

    private const string Network = """
        [Residual(Activation.Relu)]
        public sealed partial class BasicBlock
        {
            [Conv2d(Block.Channels, 3, Stride = Block.Stride, Padding = 1, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Bn1 { get; }
            [Conv2d(Block.Channels, 3, Padding = 1, UseBias = false)] public partial Layer Conv2 { get; }
            [BatchNorm] public partial Layer Bn2 { get; }
            [Shortcut, Name("downsample.0"), Conv2d(Block.Channels, 1, Stride = Block.Stride, UseBias = false)] public partial Layer Downsample { get; }
            [Shortcut, Name("downsample.1"), BatchNorm] public partial Layer DownsampleNorm { get; }
        }

        [Network(3, 64, 64, Names = NameStyle.SnakeCase)]
        public sealed partial class ResNet18
        {
            [Conv2d(64, 7, Stride = 2, Padding = 3, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Bn1 { get; }
            [MaxPool2d(3, Stride = 2, Padding = 1)] public partial Layer MaxPool { get; }
            [Block(64, Repeat = 2)] public partial BlockStack<BasicBlock> Layer1 { get; }
            [Block(128, Stride = 2, Repeat = 2)] public partial BlockStack<BasicBlock> Layer2 { get; }
            [Block(256, Stride = 2, Repeat = 2)] public partial BlockStack<BasicBlock> Layer3 { get; }
            [Block(512, Stride = 2, Repeat = 2)] public partial BlockStack<BasicBlock> Layer4 { get; }
            [GlobalAvgPool] public partial Layer AvgPool { get; }
            [Dense(1000)] public partial DenseLayer Fc { get; }
        }

        static class Probe
        {
            // In training, then in inference, by running statistics that a few batches have moved.
            public static float[][] Write(float[] inputs, string safetensors, string npz)
            {
                ResNet18 network = new(5);
                for (int i = 0; i < 3; i++)
                {
                    network.UpdateState(inputs);
                }

                Safetensors.Write(network, safetensors);
                Npz.Write(network, npz);
                return Run(network, inputs);
            }

            public static float[][] Read(float[] inputs, string file)
            {
                ResNet18 network = new(6);
                if (file.EndsWith(".npz"))
                {
                    Npz.Read(network, file);
                }
                else
                {
                    Safetensors.Read(network, file);
                }

                return Run(network, inputs);
            }

            private static float[][] Run(ResNet18 network, float[] inputs)
            {
                float[] trained = new float[inputs.Length / ResNet18.InputSize * ResNet18.OutputSize];
                float[] inferred = new float[trained.Length];
                network.Forward(inputs, trained);
                network.Infer(inputs, inferred);
                return [trained, inferred];
            }
        }
        """;

    [Fact]
    public void ResNet18_is_loaded_by_torchvision_strictly_and_back_with_the_same_outputs_in_both_modes()
    {
        Python.Require("torchvision");
        using var directory = new TemporaryDirectory();
        CompiledNetworks network = new(Network);
        float[] inputs = NormalInputs.Of(Batch * 3 * Size * Size);
        Npy.Write(inputs, Batch, inputs.Length / Batch, directory.File("inputs.npy"));
        float[][] outputs = network.Call<float[][]>("Write", inputs, directory.File("ours.safetensors"), directory.File("ours.npz"));

        Python.Run(Path.Combine(AppContext.BaseDirectory, "torchvision_peer.py"), directory.Path);

        AssertClose(outputs, "safetensors");
        AssertClose(outputs, "npz");
        AssertClose(network.Call<float[][]>("Read", inputs, directory.File("theirs.safetensors")), "theirs");
        AssertClose(network.Call<float[][]>("Read", inputs, directory.File("theirs.npz")), "theirs");

        void AssertClose(float[][] actual, string name)
        {
            foreach ((float[] mode, string file) in actual.Zip(["trained", "inferred"]))
            {
                float[] expected = Npy.Read(directory.File($"{name}-{file}.npy")).Values;
                float largest = expected.Max(Math.Abs);
                Assert.True(largest > 0.1f);
                Assert.All(mode.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-4f * Math.Max(1, largest)));
            }
        }
    }
}
