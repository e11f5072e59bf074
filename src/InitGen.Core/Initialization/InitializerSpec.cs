using InitGen.Activations;

namespace InitGen.Initialization;

/// <summary>How weights are drawn, as declared: the arguments that belong to initializers, whatever layer they are written at.</summary>
internal sealed record InitializerSpec
{
    /// <summary>The initializer.</summary>
    public Init Init { get; init; }

    /// <summary>The gain; 1 where none is written.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>The standard deviation.</summary>
    public double StdDev { get; init; }

    /// <summary>The bound of a uniform distribution.</summary>
    public double Limit { get; init; }

    /// <summary>The mean of normal biases; weights have none.</summary>
    public double Mean { get; init; }

    /// <summary>The value of constant weights.</summary>
    public double Value { get; init; }

    /// <summary>How many weights of a unit are not 0.</summary>
    public int NonZeros { get; init; }

    /// <summary>The fan that the variance is divided by.</summary>
    public FanMode FanMode { get; init; }

    /// <summary>Whether a normal distribution is cut at two of its standard deviations.</summary>
    public bool Truncated { get; init; }

    /// <summary>The full name of the custom initializer's type, as code writes it (<c>global::…</c>); null without one.</summary>
    public string? Type { get; init; }

    /// <summary>The variance that the custom initializer tells of its weights; null where it tells none.</summary>
    public DeclaredVariance? TypeVariance { get; init; }

    /// <summary>An initializer without arguments.</summary>
    public static implicit operator InitializerSpec(Init init) => new() { Init = init };
}

/// <summary>What an initializer may know of the weights that it draws. The layer says it: nothing is inferred from a tensor's
/// extents.</summary>
/// <param name="Rows">The rows of the matrix that the weights are in memory: its units, or what comes in, where that stands first.</param>
/// <param name="Columns">The columns of that matrix: what one unit sums, or what one input goes to.</param>
/// <param name="FanIn">The fan-in n.</param>
/// <param name="FanOut">The fan-out m.</param>
/// <param name="Behind">The activation that follows.</param>
internal readonly record struct WeightContext(int Rows, int Columns, double FanIn, double FanOut, ActivationSpec Behind)
{
    /// <summary>The kernel that a row is, once for each channel; null where the weights are no convolution's.</summary>
    public KernelShape? Kernel { get; init; }

    /// <summary>What is known of the weights of a matrix.</summary>
    /// <param name="inputs">Its columns, the fan-in.</param>
    /// <param name="units">Its rows, the fan-out.</param>
    /// <param name="behind">The activation that follows.</param>
    public WeightContext(int inputs, int units, ActivationSpec behind)
        : this(units, inputs, inputs, units, behind)
    {
    }
}
