using System;
using System.IO;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Files;

/// <summary>Networks of every activation function, written to files, and what PyTorch and NumPy made of them in one run.</summary>
public sealed class PyTorchRun : IDisposable
{
    private const int Batch = 33;

    private readonly TemporaryDirectory _directory = new();

    public PyTorchRun()
    {
        if (!Python.IsThere)
        {
            return;
        }

        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            Directory.CreateDirectory(_directory.File(activation.ToString()));
            CreateNetwork(activation).Accept(new Export(File(activation, "weights.safetensors"), File(activation, "weights.npz")));
            Npy.Write(Inputs, Batch, Inputs.Length / Batch, File(activation, "inputs.npy"));
            Npy.Write(OutputGradients, Batch, OutputGradients.Length / Batch, File(activation, "output_gradients.npy"));
        }

        Python.Run(Path.Combine(AppContext.BaseDirectory, "pytorch_peer.py"), _directory.Path);
    }

    public static float[] Inputs { get; } = TestLayers.NormalValues(Batch * MediumShape.Sizes[0], seed: 21);

    public static float[] OutputGradients { get; } = TestLayers.NormalValues(Batch * MediumShape.Sizes[^1], seed: 22);

    internal static ITestNetwork CreateNetwork(Activation activation) =>
        ActivationCase.For(activation).CreateNetwork<MediumShape>(seed: 20);

    public string File(string name) => _directory.File(name);

    public string File(Activation activation, string name) => Path.Combine(_directory.File(activation.ToString()), name);

    public void Dispose() => _directory.Dispose();

    private sealed class Export(string safetensors, string npz) : INetworkVisitor
    {
        public void Visit<TNetwork>(TNetwork network)
            where TNetwork : INetwork<TNetwork>
        {
            Safetensors.Write(network, safetensors);
            Npz.Write(network, npz);
        }
    }
}
