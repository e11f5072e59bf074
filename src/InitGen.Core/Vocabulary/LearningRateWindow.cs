namespace InitGen;

/// <summary>The learning rates at which plain stochastic gradient descent is predicted to train a network from its initialization, by its
/// tangent kernel (Jacot et al. 2018). NaN means unknown. They are for the mean loss of batches of about 32, a cross-entropy or half a squared
/// error of targets of about 1, and some thousand steps; momentum and Adam have other ones.</summary>
public readonly record struct LearningRateWindow
{
    /// <summary>Below it, a thousand steps hardly tell inputs apart.</summary>
    public required double Smallest { get; init; }

    /// <summary>Above it, training diverges. Where it is below <see cref="Smallest"/>, no rate is predicted to
    /// train.</summary>
    public required double Largest { get; init; }
}
