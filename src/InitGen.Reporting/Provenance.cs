using System;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InitGen.Reporting;

/// <summary>What the figures of a report come from, beside the network, its seed and the number of inputs. Weights are the same bits on
/// every machine; what is measured may differ in its last digits with the instructions of the processor. Nothing here tells whose machine
/// it was, and the date is left to the caller, so that the same measurement makes the same report.</summary>
public sealed record Provenance
{
    /// <summary>The version of InitGen that measured: "0.1.0".</summary>
    public required string Version { get; init; }

    /// <summary>The runtime: ".NET 10.0.0".</summary>
    public required string Framework { get; init; }

    /// <summary>The kind of processor: "x64".</summary>
    public required string Architecture { get; init; }

    /// <summary>How wide its vectors are, in bits; 0 without any.</summary>
    public required int VectorBits { get; init; }

    /// <summary>What the inputs are, as their source says it: "N(0, 1), seed 42"; empty where it says nothing.</summary>
    public required string Inputs { get; init; }

    /// <summary>What the gradients at the output are: "N(0, 1), seed 0", or "those of a loss".</summary>
    public required string OutputGradients { get; init; }

    /// <summary>When it was measured; null where the caller did not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>That of a measurement on this machine.</summary>
    internal static Provenance Of(IInputSource inputs, SignalReportOptions options) => new()
    {
        Version = typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0], // without the commit
        Framework = RuntimeInformation.FrameworkDescription,
        Architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        VectorBits = Vector512.IsHardwareAccelerated ? 512
            : Vector256.IsHardwareAccelerated ? 256
            : Vector128.IsHardwareAccelerated ? 128
            : 0,
        Inputs = inputs.Description,
        OutputGradients = options.OutputGradient is null
            ? FormattableString.Invariant($"N(0, 1), seed {options.OutputGradientSeed}")
            : "those of a loss",
        Date = options.Date,
    };
}
