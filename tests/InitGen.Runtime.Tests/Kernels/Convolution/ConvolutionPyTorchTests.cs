using System.Linq;

namespace InitGen.Runtime.Tests.Kernels.Convolutions;

public class ConvolutionPyTorchTests
{
    private const string Script =
        """
        for number, (rows, channels, units, groups, axes, *rest) in cases():
            extents, kernel, stride, padding, dilation, output_padding = (rest[i * axes:(i + 1) * axes] for i in range(6))
            inputs = read(number, "inputs", [rows, channels, *extents])
            biases = read(number, "biases", [units])
            if output_padding:
                weights = read(number, "weights", [channels, units // groups, *kernel])
                convolve = [F.conv_transpose1d, F.conv_transpose2d, F.conv_transpose3d][axes - 1]
                outputs = convolve(inputs, weights, biases, stride, padding, output_padding, groups, dilation)
            else:
                weights = read(number, "weights", [units, channels // groups, *kernel])
                convolve = [F.conv1d, F.conv2d, F.conv3d][axes - 1]
                outputs = convolve(inputs, weights, biases, stride, padding, dilation, groups)
            outputs.backward(read(number, "output_gradients", outputs.shape).detach())
            write(number, {
                "outputs": outputs, "input_gradients": inputs.grad, "weight_gradients": weights.grad, "bias_gradients": biases.grad})
        """;

    [Fact]
    public void Results_agree_with_PyTorch() => PyTorchKernels.AssertAgree(
        Script,
        ConvolutionCase.All.Values,
        Figures,
        one => [("inputs", one.Inputs), ("weights", one.Weights), ("biases", one.Biases), ("output_gradients", one.OutputGradients)],
        one =>
        {
            ConvolutionResults results = one.Run();
            return
            [
                ("outputs", results.Outputs),
                ("input_gradients", results.InputGradients),
                ("weight_gradients", results.WeightGradients),
                ("bias_gradients", results.BiasGradients),
            ];
        });

    private static int[] Figures(ConvolutionCase one) =>
    [
        one.Rows, one.Input.Units, one.Output.Units, one.Groups, one.Windows.Length,
        .. one.Windows.Select((_, axis) => one.Input[axis]),
        .. one.Windows.Select(window => window.Kernel),
        .. one.Windows.Select(window => window.Stride),
        .. one.Windows.Select(window => window.Padding),
        .. one.Windows.Select(window => window.Dilation),
        .. one.OutputPaddings,
    ];
}
