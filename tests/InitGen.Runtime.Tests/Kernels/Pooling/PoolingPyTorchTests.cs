using System;
using System.IO;
using System.Linq;
using InitGen.Runtime.Tests.Files;

namespace InitGen.Runtime.Tests.Kernels.Pools;

public class PoolingPyTorchTests
{
    private const string Script =
        """
        import os, sys
        import numpy as np
        import torch
        import torch.nn.functional as F

        directory = sys.argv[1]
        for line in open(os.path.join(directory, "cases.txt")):
            number, rows, channels, axes, has_dilation, *rest = [int(word) for word in line.split()]
            extents, kernel, stride, padding, dilation = (rest[i * axes:(i + 1) * axes] for i in range(5))

            def pool(kind, function):
                inputs = np.load(os.path.join(directory, f"{number}-inputs.npy")).reshape(rows, channels, *extents)
                inputs = torch.from_numpy(inputs).requires_grad_()
                outputs = function(inputs)
                gradients = np.load(os.path.join(directory, f"{number}-output_gradients.npy")).reshape(outputs.shape)
                outputs.backward(torch.from_numpy(gradients))
                for name, values in [("outputs", outputs.detach()), ("gradients", inputs.grad)]:
                    np.save(os.path.join(directory, f"{number}-{kind}-{name}.npy"), values.reshape(1, -1).numpy())

            maximum = [F.max_pool1d, F.max_pool2d, F.max_pool3d][axes - 1]
            average = [F.avg_pool1d, F.avg_pool2d, F.avg_pool3d][axes - 1]
            pool("max", lambda inputs: maximum(inputs, kernel, stride, padding, dilation))
            if not has_dilation:
                pool("all", lambda inputs: average(inputs, kernel, stride, padding, False, True))
                pool("met", lambda inputs: average(inputs, kernel, stride, padding, False, False))
        """;

    [Fact]
    public void Results_agree_with_PyTorch()
    {
        Python.Require();
        using var directory = new TemporaryDirectory();
        PoolingCase[] cases = [.. PoolingCase.All.Values];
        for (int i = 0; i < cases.Length; i++)
        {
            Npy.Write(cases[i].Inputs, 1, cases[i].Inputs.Length, directory.File($"{i}-inputs.npy"));
            Npy.Write(cases[i].OutputGradients, 1, cases[i].OutputGradients.Length, directory.File($"{i}-output_gradients.npy"));
        }

        File.WriteAllLines(directory.File("cases.txt"), cases.Select(Line));
        Python.Run("-c", Script, directory.Path);
        for (int i = 0; i < cases.Length; i++)
        {
            void AssertClose(int number, string kind, float[][] actual)
            {
                float[] outputs = Npy.Read(directory.File($"{number}-{kind}-outputs.npy")).Values;
                float[] gradients = Npy.Read(directory.File($"{number}-{kind}-gradients.npy")).Values;
                Closeness.AssertClose(outputs.Select(Convert.ToDouble), actual[0], 1e-5);
                Closeness.AssertClose(gradients.Select(Convert.ToDouble), actual[1], 1e-5);
            }

            AssertClose(i, "max", cases[i].Maximum());
            if (!cases[i].HasDilation)
            {
                AssertClose(i, "all", cases[i].Average(countPadding: true));
                AssertClose(i, "met", cases[i].Average(countPadding: false));
            }
        }
    }

    private static string Line(PoolingCase one, int number) => string.Join(' ', (int[])
    [
        number, one.Rows, one.Input.Units, one.Windows.Length, one.HasDilation ? 1 : 0,
        .. one.Windows.Select((_, axis) => one.Input[axis]),
        .. one.Windows.Select(window => window.Kernel),
        .. one.Windows.Select(window => window.Stride),
        .. one.Windows.Select(window => window.Padding),
        .. one.Windows.Select(window => window.Dilation),
    ]);
}
