using System;
using InitGen.Specification;

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

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) => Uniform(context.Inputs);

    // A bias that somebody declares is meant.
    public override WeightDistribution? BiasNoise(DenseSpec layer, int inputs) =>
        layer is { Bias: 0, BiasStdDev: 0 } ? Uniform(inputs) : base.BiasNoise(layer, inputs);

    public override string Formula(InitializerSpec spec, WeightContext context) => $"U(−l, l), l = √(1/{Text(context.Inputs)})";

    private static UniformWeights Uniform(int inputs) => new(Math.Sqrt(1.0 / inputs));
}
