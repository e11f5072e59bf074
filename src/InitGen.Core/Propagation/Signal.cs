using System.Collections.Generic;

namespace InitGen.Propagation;

/// <summary>What travels along an edge: how one value is distributed at initialization, over draws of the weights, units and inputs. NaN is
/// unknown, number by number.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StdDev">The standard deviation.</param>
/// <param name="Difference">What of it tells inputs apart: √(M − C), M the second moment and C that of a unit's values at two
/// inputs.</param>
internal readonly record struct Signal(double Mean, double StdDev, double Difference)
{
    /// <summary>Nothing is known.</summary>
    internal static readonly Signal Unknown = new(double.NaN, double.NaN, double.NaN);

    /// <summary>What of it differs between positions of one input: √(M − P), P the second moment of a unit's values at two of them.</summary>
    public double BetweenPositions { get; init; } = double.NaN;

    /// <summary>How its values are distributed; null where that is not known.</summary>
    public SignalLaw? Law { get; init; }

    /// <summary>Whether weights of another mean than 0 have made the units alike.</summary>
    public bool IsAlike { get; init; }

    /// <summary>The numbers of the layers with random weights that it is a sum of, each passed on unit by unit; −1 is the network's input.
    /// Signals of different layers are not correlated, as each mixes what comes in anew.</summary>
    public IReadOnlyList<int> Origins { get; init; } = [];

    /// <summary>The root mean square.</summary>
    public double RootMeanSquare => SignalPropagation.Hypotenuse(Mean, StdDev);
}
