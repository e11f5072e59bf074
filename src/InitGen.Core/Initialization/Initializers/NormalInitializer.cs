namespace InitGen.Initialization;

/// <summary>A normal distribution of a given standard deviation, whole or cut at two standard deviations.</summary>
internal sealed class NormalInitializer : InitializerDefinition
{
    internal static readonly NormalInitializer Untruncated = new(isTruncated: false);
    internal static readonly NormalInitializer AlwaysTruncated = new(isTruncated: true);

    private readonly bool _isTruncated;

    private NormalInitializer(bool isTruncated) => _isTruncated = isTruncated;

    public override string Name => _isTruncated ? "truncated normal" : "normal";

    public override InitializerArguments RequiredArguments => InitializerArguments.StdDev;

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) =>
        _isTruncated ? new TruncatedNormalWeights(spec.StdDev) : new NormalWeights(spec.StdDev, spec.Mean);

    public override string Formula(InitializerSpec spec, WeightContext context) =>
        $"{(_isTruncated ? "truncated " : "")}N(0, σ²), σ = {Text(spec.StdDev)}";
}
