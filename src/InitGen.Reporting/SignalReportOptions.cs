using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using InitGen.Propagation;

namespace InitGen.Reporting;

/// <summary>How a network is measured.</summary>
public sealed record SignalReportOptions
{
    /// <summary>The defaults.</summary>
    public static SignalReportOptions Default { get; } = new();

    /// <summary>The name of the network in the report; where it is null, that of its type.</summary>
    public string? Name { get; init; }

    /// <summary>The most inputs that are measured at once. It decides how much memory is needed, and nothing about the figures but their
    /// rounding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = RequireAtLeast(1, value);
    } = 256;

    /// <summary>The gradients that are sent back from the outputs. Where it is null, they are random, from N(0, 1): what
    /// <see cref="Initializers.Normal"/> writes with <see cref="OutputGradientSeed"/> into the stream of the name
    /// "output gradients".</summary>
    public OutputGradient? OutputGradient { get; init; }

    /// <summary>The seed of random output gradients.</summary>
    public ulong OutputGradientSeed { get; init; }

    /// <summary>Whether the singular values of each layer's weights and of the input–output Jacobian are computed. That takes seconds for
    /// layers of 500 units, and grows with their cube.</summary>
    public bool SingularValues { get; init; }

    /// <summary>How many inputs, from the first on, the Jacobian is taken at; fewer where there are fewer in the first batch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int JacobianCount
    {
        get;
        init => field = RequireAtLeast(1, value);
    } = 3;

    /// <summary>Between what the signal must stay.</summary>
    public SignalThresholds Thresholds { get; init; } = SignalThresholds.Default;

    private static int RequireAtLeast(int least, int value, [CallerMemberName] string name = "") => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(
            name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but must be at least {least}."));
}
