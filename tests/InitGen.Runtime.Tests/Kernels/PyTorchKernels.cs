using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using InitGen.Runtime.Tests.Files;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>Holds kernels against PyTorch's, which one process computes for all cases.</summary>
internal static class PyTorchKernels
{
    private const string Exchange =
        """
        import os, sys
        import numpy as np
        import torch
        import torch.nn.functional as F

        directory = sys.argv[1]

        def cases():
            for number, line in enumerate(open(os.path.join(directory, "cases.txt"))):
                yield number, [int(word) for word in line.split()]

        def read(number, name, shape):
            values = np.load(os.path.join(directory, f"{number}-{name}.npy"))
            return torch.from_numpy(values.reshape(shape)).requires_grad_()

        def write(number, results):
            for name, values in results.items():
                np.save(os.path.join(directory, f"{number}-{name}.npy"), values.detach().reshape(1, -1).numpy())

        """;

    /// <summary>The results of each case are PyTorch's, to 1e-5 of the largest.</summary>
    /// <param name="script">Goes through cases(), whose numbers are <paramref name="figures"/>, and writes all results.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="figures">The numbers that the script is told of a case.</param>
    /// <param name="inputs">The arrays that it reads, by name.</param>
    /// <param name="results">What the kernels compute, by name.</param>
    public static void AssertAgree<TCase>(
        string script,
        IEnumerable<TCase> cases,
        Func<TCase, int[]> figures,
        Func<TCase, (string Name, float[] Values)[]> inputs,
        Func<TCase, (string Name, float[] Values)[]> results)
    {
        Python.Require();
        using var directory = new TemporaryDirectory();
        TCase[] all = [.. cases];
        string Path(int number, string name) => directory.File($"{number}-{name}.npy");
        for (int i = 0; i < all.Length; i++)
        {
            foreach ((string name, float[] values) in inputs(all[i]))
            {
                Npy.Write(values, 1, values.Length, Path(i, name));
            }
        }

        File.WriteAllLines(directory.File("cases.txt"), all.Select(one => string.Join(' ', figures(one))));
        Python.Run("-c", Exchange + script, directory.Path);
        for (int i = 0; i < all.Length; i++)
        {
            foreach ((string name, float[] actual) in results(all[i]))
            {
                Closeness.AssertClose(Npy.Read(Path(i, name)).Values.Select(Convert.ToDouble), actual, 1e-5);
            }
        }
    }
}
