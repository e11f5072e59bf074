namespace InitGen.Statistics;

/// <summary>What is measured of one unit over rows.</summary>
internal record struct UnitMeasurement
{
    private double _mean; // of its activations

    /// <summary>Whether it passed a gradient on some row.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Adds other rows.</summary>
    /// <param name="isActive">Whether it passed a gradient on one of them.</param>
    /// <param name="mean">The mean of its activations over them.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="before">How many rows were measured before.</param>
    /// <returns>By how much the squared deviations of all rows from their mean are more than those of either rows from theirs.</returns>
    public double Add(bool isActive, double mean, long count, long before)
    {
        IsActive |= isActive;
        double difference = mean - _mean;
        double share = count / ((double)before + count);
        _mean += share * difference;
        return difference * difference * (before * share);
    }
}
