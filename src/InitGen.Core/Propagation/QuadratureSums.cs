namespace InitGen.Propagation;

/// <summary>Weighted sums over the points of a quadrature rule. What stands beside t² − 1 is the derivative with respect to the logarithm
/// of the variance of z, times 2 (integration by parts).</summary>
internal struct QuadratureSums
{
    /// <summary>Of 1.</summary>
    public double Weight;

    /// <summary>Of u, u², u³ and u⁴.</summary>
    public double Rise, RiseSquared, RiseCubed, RiseFourth;

    /// <summary>Of (t² − 1)·u and (t² − 1)·u².</summary>
    public double WideningRise, WideningRiseSquared;

    /// <summary>Of φ', φ'² and φ'⁴.</summary>
    public double Derivative, DerivativeSquared, DerivativeFourth;

    /// <summary>Of (t² − 1)·φ'².</summary>
    public double WideningDerivativeSquared;

    /// <summary>Adds one point.</summary>
    public void Add(double weight, double t, double rise, double derivative)
    {
        double widening = weight * ((t * t) - 1);
        double riseSquared = rise * rise;
        double derivativeSquared = derivative * derivative;
        Weight += weight;
        Rise += weight * rise;
        RiseSquared += weight * rise * rise;
        RiseCubed += weight * riseSquared * rise;
        RiseFourth += weight * riseSquared * riseSquared;
        WideningRise += widening * rise;
        WideningRiseSquared += widening * riseSquared;
        Derivative += weight * derivative;
        DerivativeSquared += weight * derivative * derivative;
        DerivativeFourth += weight * derivativeSquared * derivativeSquared;
        WideningDerivativeSquared += widening * derivativeSquared;
    }

    public static QuadratureSums operator +(QuadratureSums left, QuadratureSums right) => new()
    {
        Weight = left.Weight + right.Weight,
        Rise = left.Rise + right.Rise,
        RiseSquared = left.RiseSquared + right.RiseSquared,
        RiseCubed = left.RiseCubed + right.RiseCubed,
        RiseFourth = left.RiseFourth + right.RiseFourth,
        WideningRise = left.WideningRise + right.WideningRise,
        WideningRiseSquared = left.WideningRiseSquared + right.WideningRiseSquared,
        Derivative = left.Derivative + right.Derivative,
        DerivativeSquared = left.DerivativeSquared + right.DerivativeSquared,
        DerivativeFourth = left.DerivativeFourth + right.DerivativeFourth,
        WideningDerivativeSquared = left.WideningDerivativeSquared + right.WideningDerivativeSquared,
    };
}
