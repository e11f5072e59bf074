using System;

namespace InitGen.Initialization;

/// <summary>What PyTorch's and TorchSharp's <c>Linear</c> starts from: weights and biases from U(−l, l), l = 1/√n (reset_parameters of
/// torch.nn.Linear: kaiming_uniform_ with a = √5).</summary>
internal sealed class TorchInitializer : InitializerDefinition
{
    internal static readonly TorchInitializer Instance = new();

    private TorchInitializer()
    {
    }

    public override string Name => "PyTorch's default";

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) => new UniformWeights(Math.Sqrt(1 / context.FanIn));

    public override string Formula(InitializerSpec spec, WeightContext context) => $"U(−l, l), l = √(1/{FanText(context.FanIn)})";
}
