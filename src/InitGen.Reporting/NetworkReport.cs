using System;
using System.Collections.Generic;

namespace InitGen.Reporting;

/// <summary>One network, measured and predicted.</summary>
public sealed record NetworkReport
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The seed that it was initialized with; null where it was measured as it is.</summary>
    public required ulong? Seed { get; init; }

    /// <summary>The number of its inputs.</summary>
    public required int InputSize { get; init; }

    /// <summary>The number of its parameters.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>How many inputs it was measured with.</summary>
    public required long InputCount { get; init; }

    /// <summary>How many values of the inputs are NaN or infinite; they are left out of their mean and standard deviation.</summary>
    public required long InputNonFiniteCount { get; init; }

    /// <summary>The mean of the inputs' values.</summary>
    public required double InputMean { get; init; }

    /// <summary>The standard deviation of the inputs' values.</summary>
    public required double InputStdDev { get; init; }

    /// <summary>Its layers, from the first to the last.</summary>
    public required IReadOnlyList<LayerReport> Layers { get; init; }

    /// <summary>The singular values of the Jacobian ∂output/∂input at the first inputs, largest first: all near 1 is dynamical isometry
    /// (Pennington, Schoenholz and Ganguli 2017). Empty where they were not asked for.</summary>
    public IReadOnlyList<IReadOnlyList<double>> JacobianSingularValues { get; init; } = [];

    /// <summary>What is wrong, and where; what comes first matters most. Empty where nothing is.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The root mean square of the inputs' values, which activations are held to.</summary>
    public double InputRootMeanSquare => Math.Sqrt((InputMean * InputMean) + (InputStdDev * InputStdDev));
}
