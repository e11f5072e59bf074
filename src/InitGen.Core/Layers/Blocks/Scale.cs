namespace InitGen;

/// <summary>Factors on branches that are no fixed numbers.</summary>
public static class Scale
{
    /// <summary>1/√L, L the number of residual blocks of the network: the sum then grows by no more than a factor of e, however many there
    /// are.</summary>
    public const double PerDepth = double.NegativeInfinity;
}
