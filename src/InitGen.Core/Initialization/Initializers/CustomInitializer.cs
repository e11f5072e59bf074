using InitGen.Specification;

namespace InitGen.Initialization;

/// <summary>A type of the user's own.</summary>
internal sealed class CustomInitializer : InitializerDefinition
{
    internal static readonly CustomInitializer Instance = new();

    private CustomInitializer()
    {
    }

    public override string Name => "custom";

    public override InitializerArguments RequiredArguments => InitializerArguments.Initializer;

    public override WeightDistribution Resolve(DenseSpec layer, int inputs) =>
        new CustomWeights(layer.Initializer ?? "", layer.InitializerVariance?.Of(inputs, layer.Units) ?? double.NaN, layer.InitializerVariance?.Mean ?? 0);

    public override string Formula(DenseSpec layer, int inputs) => layer.Initializer ?? "";
}
