using System.Linq;

namespace InitGen.Runtime.Tests.Kernels.Pools;

public class PoolingPyTorchTests
{
    private const string Script =
        """
        for number, (rows, channels, axes, has_dilation, *rest) in cases():
            extents, kernel, stride, padding, dilation = (rest[i * axes:(i + 1) * axes] for i in range(5))

            def pool(kind, function):
                inputs = read(number, "inputs", [rows, channels, *extents])
                outputs = function(inputs)
                outputs.backward(read(number, "output_gradients", outputs.shape).detach())
                write(number, {f"{kind}_outputs": outputs, f"{kind}_gradients": inputs.grad})

            maximum = [F.max_pool1d, F.max_pool2d, F.max_pool3d][axes - 1]
            average = [F.avg_pool1d, F.avg_pool2d, F.avg_pool3d][axes - 1]
            pool("max", lambda inputs: maximum(inputs, kernel, stride, padding, dilation))
            if not has_dilation:
                pool("all", lambda inputs: average(inputs, kernel, stride, padding, False, True))
                pool("met", lambda inputs: average(inputs, kernel, stride, padding, False, False))
        """;

    [Fact]
    public void Results_agree_with_PyTorch() => PyTorchKernels.AssertAgree(
        Script,
        PoolingCase.All.Values,
        Figures,
        one => [("inputs", one.Inputs), ("output_gradients", one.OutputGradients)],
        one =>
        [
            .. Named("max", one.Maximum()),
            .. one.HasDilation ? [] : Named("all", one.Average(countPadding: true)),
            .. one.HasDilation ? [] : Named("met", one.Average(countPadding: false)),
        ]);

    private static (string Name, float[] Values)[] Named(string kind, float[][] results) =>
        [($"{kind}_outputs", results[0]), ($"{kind}_gradients", results[1])];

    private static int[] Figures(PoolingCase one) =>
    [
        one.Rows, one.Input.Units, one.Windows.Length, one.HasDilation ? 1 : 0,
        .. one.Windows.Select((_, axis) => one.Input[axis]),
        .. one.Windows.Select(window => window.Kernel),
        .. one.Windows.Select(window => window.Stride),
        .. one.Windows.Select(window => window.Padding),
        .. one.Windows.Select(window => window.Dilation),
    ];
}
