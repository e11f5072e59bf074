namespace InitGen.Runtime.Tests.Kernels.Normalizations;

public class NormalizationPyTorchTests
{
    private const string Script =
        """
        for number, (rows, channels, positions, groups, is_per_value, is_centered) in cases():
            inputs = read(number, "inputs", [rows, channels, positions])
            scales = read(number, "scales", [1, channels, positions if is_per_value else 1])
            shifts = read(number, "shifts", [1, channels, positions if is_per_value else 1])
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
            outputs.backward(read(number, "output_gradients", outputs.shape).detach())
            write(number, {
                "outputs": outputs, "input_gradients": inputs.grad, "scale_gradients": scales.grad, "shift_gradients": shifts.grad})
        """;

    [Fact]
    public void Results_agree_with_PyTorch() => PyTorchKernels.AssertAgree(
        Script,
        NormalizationCase.All.Values,
        one => [one.Rows, one.Channels, one.Positions, one.Groups, one.Shape.IsPerValue ? 1 : 0, one.IsCentered ? 1 : 0],
        one => [("inputs", one.Inputs), ("scales", one.Scales), ("shifts", one.Shifts), ("output_gradients", one.OutputGradients)],
        one =>
        {
            NormalizationResults results = one.Run();
            return
            [
                ("outputs", results.Outputs),
                ("input_gradients", results.InputGradients),
                ("scale_gradients", results.ScaleGradients),
                ("shift_gradients", results.ShiftGradients),
            ];
        });
}
