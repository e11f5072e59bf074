using System;
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
        init
        {
            Require.AtLeast(1, value, nameof(BatchSize));
            field = value;
        }
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
        init
        {
            Require.AtLeast(1, value, nameof(JacobianCount));
            field = value;
        }
    } = 3;

    /// <summary>Between what the signal must stay.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public SignalThresholds Thresholds
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Thresholds));
            field = value;
        }
    } = SignalThresholds.Default;

    /// <summary>What the compiler said of the networks, for their reports to carry; null where that is not known.</summary>
    public CompilerLog? CompilerLog { get; init; }

    /// <summary>The date that the report bears; null for none, so that the same measurement makes the same report.</summary>
    public DateTimeOffset? Date { get; init; }
}

/// <summary>The gradient of a loss L with respect to the outputs of a network.</summary>
/// <param name="firstInput">The number of the batch's first input among all inputs, from 0: what labels are found by.</param>
/// <param name="outputs">[batch x OutputSize], row-major.</param>
/// <param name="gradients">dL/doutput, [batch x OutputSize], row-major; to be written.</param>
public delegate void OutputGradient(long firstInput, ReadOnlySpan<float> outputs, Span<float> gradients);
