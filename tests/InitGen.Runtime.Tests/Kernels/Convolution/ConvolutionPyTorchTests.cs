using System.IO;
using System.Linq;
using InitGen.Runtime.Tests.Files;

namespace InitGen.Runtime.Tests.Kernels.Convolutions;

public class ConvolutionPyTorchTests
{
    private const string Script =
        """
        import os, sys
        import numpy as np
        import torch

        directory = sys.argv[1]
        for line in open(os.path.join(directory, "cases.txt")):
            number, rows, channels, units, groups, axes, *rest = [int(word) for word in line.split()]
            extents, kernel, stride, padding, dilation = (rest[i * axes:(i + 1) * axes] for i in range(5))

            def read(name, shape):
                values = np.load(os.path.join(directory, f"{number}-{name}.npy"))
                return torch.from_numpy(values.reshape(shape)).requires_grad_()

            inputs = read("inputs", [rows, channels, *extents])
            weights = read("weights", [units, channels // groups, *kernel])
            biases = read("biases", [units])
            convolve = [torch.nn.functional.conv1d, torch.nn.functional.conv2d, torch.nn.functional.conv3d][axes - 1]
            outputs = convolve(inputs, weights, biases, stride, padding, dilation, groups)
            outputs.backward(read("output_gradients", outputs.shape).detach())
            results = [outputs.detach(), inputs.grad, weights.grad, biases.grad]
            for name, values in zip(["outputs", "input_gradients", "weight_gradients", "bias_gradients"], results):
                np.save(os.path.join(directory, f"{number}-{name}.npy"), values.reshape(1, -1).numpy())
        """;

    [Fact]
    public void Results_agree_with_PyTorch()
    {
        Python.Require();
        using var directory = new TemporaryDirectory();
        ConvolutionCase[] cases = [.. ConvolutionCase.All.Values];
        string Path(int number, string name) => directory.File($"{number}-{name}.npy");
        for (int i = 0; i < cases.Length; i++)
        {
            Npy.Write(cases[i].Inputs, 1, cases[i].Inputs.Length, Path(i, "inputs"));
            Npy.Write(cases[i].Weights, 1, cases[i].WeightCount, Path(i, "weights"));
            Npy.Write(cases[i].Biases, 1, cases[i].Biases.Length, Path(i, "biases"));
            Npy.Write(cases[i].OutputGradients, 1, cases[i].OutputGradients.Length, Path(i, "output_gradients"));
        }

        File.WriteAllLines(directory.File("cases.txt"), cases.Select(Line));
        Python.Run("-c", Script, directory.Path);
        for (int i = 0; i < cases.Length; i++)
        {
            ConvolutionResults results = cases[i].Run();
            void AssertClose(string name, float[] actual) =>
                Closeness.AssertClose(Npy.Read(Path(i, name)).Values.Select(value => (double)value), actual, 1e-5);
            AssertClose("outputs", results.Outputs);
            AssertClose("input_gradients", results.InputGradients);
            AssertClose("weight_gradients", results.WeightGradients);
            AssertClose("bias_gradients", results.BiasGradients);
        }
    }

    private static string Line(ConvolutionCase one, int number) => string.Join(' ', (int[])
    [
        number, one.Rows, one.Input.Units, one.Output.Units, one.Groups, one.Windows.Length,
        .. one.Windows.Select((_, axis) => one.Input[axis]),
        .. one.Windows.Select(window => window.Kernel),
        .. one.Windows.Select(window => window.Stride),
        .. one.Windows.Select(window => window.Padding),
        .. one.Windows.Select(window => window.Dilation),
    ]);
}
