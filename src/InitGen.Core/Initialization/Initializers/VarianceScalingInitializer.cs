using System;
using InitGen.Activations;

namespace InitGen.Initialization;

/// <summary>The initializers that scale the variance of a weight with the layer's shape, v = g²·c/fan: what Xavier, He and LeCun have in
/// common. They differ in the numerator c and in the fan.</summary>
internal abstract class VarianceScalingInitializer : InitializerDefinition
{
    private readonly string _family;
    private readonly bool _isUniform;

    private protected VarianceScalingInitializer(string family, bool isUniform)
    {
        _family = family;
        _isUniform = isUniform;
    }

    public sealed override string Name => $"{_family} {(_isUniform ? "uniform" : "normal")}";

    public sealed override InitializerArguments AcceptedArguments => InitializerArguments.Gain | InitializerArguments.FanMode
        | (_isUniform ? InitializerArguments.None : InitializerArguments.Truncated);

    /// <summary>The numerator c, an integer; with a leaky ReLU, that divided by 1 + a².</summary>
    private protected abstract int Numerator { get; }

    /// <summary>The fan that the variance is divided by unless the layer names one.</summary>
    private protected abstract FanMode OwnFanMode { get; }

    /// <summary>The slope a that the variance makes up for.</summary>
    private protected virtual double Slope(ActivationSpec behind) => 0;

    public sealed override InitializerSpec SpellOut(InitializerSpec spec, ActivationSpec behind) => spec with { FanMode = Effective(spec.FanMode) };

    public sealed override WeightDistribution Resolve(InitializerSpec spec, WeightContext context)
    {
        double slope = Slope(context.Behind);
        double scale = Scale(spec.Gain, (1 + (slope * slope)) * Fan.Of(Effective(spec.FanMode), context.FanIn, context.FanOut));
        return _isUniform ? new UniformWeights(scale)
            : spec.Truncated ? new TruncatedNormalWeights(scale)
            : new NormalWeights(scale);
    }

    /// <summary>The standard deviation σ of normal weights, or the bound l of uniform ones, by the family's own fan.</summary>
    /// <param name="gain">The gain g.</param>
    /// <param name="fanIn">The fan-in n.</param>
    /// <param name="fanOut">The fan-out m.</param>
    internal double Scale(double gain, int fanIn, int fanOut) => Scale(gain, Fan.Of(OwnFanMode, fanIn, fanOut));

    public sealed override string Formula(InitializerSpec spec, WeightContext context)
    {
        FanMode fanMode = Effective(spec.FanMode);
        string fan = fanMode switch
        {
            FanMode.In => FanText(context.FanIn),
            FanMode.Out => FanText(context.FanOut),
            _ => $"({FanText(context.FanIn)} + {FanText(context.FanOut)})",
        };
        int numerator = Numerator * SquaredUnitScale * (fanMode == FanMode.Average ? 2 : 1); // c/((n + m)/2) reads better as 2·c/(n + m)
        double slope = Slope(context.Behind);
        string denominator = slope == 0 ? fan : $"((1 + {Text(slope)}²)·{fan})";
        string gain = spec.Gain == 1 ? "" : Text(spec.Gain) + "·";
        string scale = $"{gain}√({Text(numerator)}/{denominator})";
        return _isUniform ? $"U(−l, l), l = {scale}" : $"{(spec.Truncated ? "truncated " : "")}N(0, σ²), σ = {scale}";
    }

    private double Scale(double gain, double denominator) => gain * Math.Sqrt(Numerator * SquaredUnitScale / denominator);

    // The square of the scale of a distribution of variance 1: the bound of a uniform one is √3 times its standard deviation.
    private int SquaredUnitScale => _isUniform ? 3 : 1;

    private FanMode Effective(FanMode mode) => mode == FanMode.Default ? OwnFanMode : mode;
}
