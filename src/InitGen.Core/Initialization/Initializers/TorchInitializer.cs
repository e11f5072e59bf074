using System;

namespace InitGen.Initialization;

/// <summary>What PyTorch's and TorchSharp's layers start from: weights and biases from U(−l, l), l = 1/√n (reset_parameters of torch.nn.Linear
/// and of its convolutions: kaiming_uniform_ with a = √5). Its n is that of the tensor, also in transposed convolutions, where a unit sums
/// another number of values.</summary>
internal sealed class TorchInitializer : InitializerDefinition
{
    internal static readonly TorchInitializer Instance = new();

    private TorchInitializer()
    {
    }

    public override string Name => "PyTorch's default";

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) => new UniformWeights(Math.Sqrt(1.0 / context.Columns));

    public override string Formula(InitializerSpec spec, WeightContext context) => $"U(−l, l), l = √(1/{FanText(context.Columns)})";
}
