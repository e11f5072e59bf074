using System.IO;
using System.Linq;
using InitGen.Runtime.Tests.Files;

namespace InitGen.Runtime.Tests.Kernels.Normalizations;

public class NormalizationPyTorchTests
{
    private const string Script =
        """
        import os, sys
        import numpy as np
        import torch
        import torch.nn.functional as F

        directory = sys.argv[1]
        for line in open(os.path.join(directory, "cases.txt")):
            number, rows, channels, positions, groups, is_per_value, is_centered = [int(word) for word in line.split()]

            def read(name, shape):
                values = np.load(os.path.join(directory, f"{number}-{name}.npy"))
                return torch.from_numpy(values.reshape(shape)).requires_grad_()

            inputs = read("inputs", [rows, channels, positions])
            scales = read("scales", [1, channels, positions if is_per_value else 1])
            shifts = read("shifts", [1, channels, positions if is_per_value else 1])
            if not is_centered:
                inverses = torch.rsqrt(inputs.square().mean([0, 2] if groups == 0 else [1, 2], keepdim=True) + 1e-5)
                outputs = inputs * inverses * scales + shifts
            elif groups == 0:
                outputs = F.batch_norm(inputs, None, None, scales.flatten(), shifts.flatten(), True, 0, 1e-5)
            elif is_per_value and groups == 1:
                outputs = F.layer_norm(inputs, inputs.shape[1:], scales[0], shifts[0], 1e-5)
            elif is_per_value:
                outputs = F.group_norm(inputs, groups, None, None, 1e-5) * scales + shifts
            else:
                outputs = F.group_norm(inputs, groups, scales.flatten(), shifts.flatten(), 1e-5)
            outputs.backward(read("output_gradients", outputs.shape).detach())
            results = [outputs.detach(), inputs.grad, scales.grad, shifts.grad]
            for name, values in zip(["outputs", "input_gradients", "scale_gradients", "shift_gradients"], results):
                np.save(os.path.join(directory, f"{number}-{name}.npy"), values.reshape(1, -1).numpy())
        """;

    [Fact]
    public void Results_agree_with_PyTorch()
    {
        Python.Require();
        using var directory = new TemporaryDirectory();
        NormalizationCase[] cases = [.. NormalizationCase.All.Values];
        string Path(int number, string name) => directory.File($"{number}-{name}.npy");
        for (int i = 0; i < cases.Length; i++)
        {
            Npy.Write(cases[i].Inputs, 1, cases[i].Inputs.Length, Path(i, "inputs"));
            Npy.Write(cases[i].Scales, 1, cases[i].Scales.Length, Path(i, "scales"));
            Npy.Write(cases[i].Shifts, 1, cases[i].Shifts.Length, Path(i, "shifts"));
            Npy.Write(cases[i].OutputGradients, 1, cases[i].OutputGradients.Length, Path(i, "output_gradients"));
        }

        File.WriteAllLines(directory.File("cases.txt"), cases.Select(Line));
        Python.Run("-c", Script, directory.Path);
        for (int i = 0; i < cases.Length; i++)
        {
            NormalizationResults results = cases[i].Run();
            void AssertClose(string name, float[] actual) =>
                Closeness.AssertClose(Npy.Read(Path(i, name)).Values.Select(value => (double)value), actual, 1e-5);
            AssertClose("outputs", results.Outputs);
            AssertClose("input_gradients", results.InputGradients);
            AssertClose("scale_gradients", results.ScaleGradients);
            AssertClose("shift_gradients", results.ShiftGradients);
        }
    }

    private static string Line(NormalizationCase one, int number) => string.Join(' ', (int[])
    [
        number, one.Rows, one.Channels, one.Positions, one.Groups, one.Shape.IsPerValue ? 1 : 0, one.IsCentered ? 1 : 0,
    ]);
}
