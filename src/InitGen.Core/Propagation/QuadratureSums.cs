namespace InitGen.Propagation;

/// <summary>Weighted sums over the points of a quadrature rule.</summary>
internal struct QuadratureSums
{
    /// <summary>Of 1.</summary>
    public double Weight;

    /// <summary>Of u.</summary>
    public double Rise;

    /// <summary>Of u².</summary>
    public double RiseSquared;

    /// <summary>Of φ'.</summary>
    public double Derivative;

    /// <summary>Of φ'².</summary>
    public double DerivativeSquared;

    /// <summary>Adds one point.</summary>
    public void Add(double weight, double rise, double derivative)
    {
        Weight += weight;
        Rise += weight * rise;
        RiseSquared += weight * rise * rise;
        Derivative += weight * derivative;
        DerivativeSquared += weight * derivative * derivative;
    }

    public static QuadratureSums operator +(QuadratureSums left, QuadratureSums right) => new()
    {
        Weight = left.Weight + right.Weight,
        Rise = left.Rise + right.Rise,
        RiseSquared = left.RiseSquared + right.RiseSquared,
        Derivative = left.Derivative + right.Derivative,
        DerivativeSquared = left.DerivativeSquared + right.DerivativeSquared,
    };
}
