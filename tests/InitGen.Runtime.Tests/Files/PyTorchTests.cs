using System;
using System.Linq;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Files;

public class PyTorchTests(PyTorchRun run) : IClassFixture<PyTorchRun>
{
    private const double Tolerance = 1e-5;

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Exported_weights_give_the_same_outputs_in_PyTorch(Activation activation)
    {
        Python.Require();
        (float[] expected, int rows, int columns) = Npy.Read(run.File(activation, "outputs.npy"));
        float[] outputs = new float[rows * columns];
        PyTorchRun.CreateNetwork(activation).Forward(PyTorchRun.Inputs, outputs);
        AssertClose(expected, outputs);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Exported_weights_give_the_same_gradients_in_PyTorch(Activation activation)
    {
        Python.Require();
        ITestNetwork network = PyTorchRun.CreateNetwork(activation);
        float[] gradients = new float[network.Parameters.Length];
        network.Backward(PyTorchRun.Inputs, PyTorchRun.OutputGradients, gradients);

        network.Accept(new Import(run.File(activation, "gradients.npz")));
        AssertClose(network.Parameters.ToArray(), gradients);
    }

    [Fact]
    public void An_archive_of_NumPy_gives_the_weights_back()
    {
        Python.Require();
        ITestNetwork network = PyTorchRun.CreateNetwork(Activation.Tanh);
        float[] weights = network.Parameters.ToArray();
        network.Parameters.Clear();
        network.Accept(new Import(run.File(Activation.Tanh, "copy.npz")));
        Assert.Equal(weights, network.Parameters.ToArray());
    }

    [Fact]
    public void Matrices_of_NumPy_are_read_in_every_type_and_order()
    {
        Python.Require();
        float[] matrix = [.. Enumerable.Range(0, 12).Select(i => i / 8f)];
        foreach (string name in (string[])["double.npy", "single.npy", "half.npy", "version2.npy"])
        {
            AssertMatrix(matrix, 3, 4, name);
        }

        float[] transposed = [.. Enumerable.Range(0, 12).Select(i => matrix[(i % 3 * 4) + (i / 3)])];
        AssertMatrix(transposed, 4, 3, "transposed.npy");
        AssertMatrix(matrix[4..8], 1, 4, "vector.npy");
    }

    private void AssertMatrix(float[] expected, int expectedRows, int expectedColumns, string name)
    {
        (float[] values, int rows, int columns) = Npy.Read(run.File(name));
        Assert.Equal(expected, values);
        Assert.Equal((expectedRows, expectedColumns), (rows, columns));
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], Tolerance * Math.Max(1, Math.Abs((double)expected[i])));
        }
    }

    private sealed class Import(string npz) : INetworkVisitor
    {
        public void Visit<TNetwork>(TNetwork network)
            where TNetwork : INetwork<TNetwork> => Npz.Read(network, npz);
    }
}
