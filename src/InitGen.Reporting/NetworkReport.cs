using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Propagation;

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

    /// <summary>Between what its signal must stay.</summary>
    public required SignalThresholds Thresholds { get; init; }

    /// <summary>What is wrong with the signal as measured, and where; what comes first matters most. Empty where nothing is.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What is wrong with the signal as it was predicted when the network was compiled: what the rules INIT3001 to INIT3006 go by.
    /// Null where nothing is.</summary>
    public required Finding? PredictedFinding { get; init; }

    /// <summary>What the compiler said of it; empty where <see cref="SignalReportOptions.CompilerLog"/> was not given.</summary>
    public required IReadOnlyList<CompilerDiagnostic> CompilerDiagnostics { get; init; }

    /// <summary>What the figures come from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The learning rates at which stochastic gradient descent is predicted to train it; NaN where that is not known.</summary>
    public LearningRateWindow LearningRates { get; init; } = new() { Smallest = double.NaN, Largest = double.NaN };

    /// <summary>The cross-entropy that a classifier starts from, by the standard deviation of its logits as measured (see
    /// <see cref="Propagation.FirstCrossEntropy"/>); NaN where the last layer has no softmax.</summary>
    public double FirstCrossEntropy => FirstCrossEntropyOf(Layers[^1].Measured.ActivationStdDev);

    /// <summary>The same by their predicted standard deviation; NaN too where only bounds of it are known.</summary>
    public double PredictedFirstCrossEntropy => FirstCrossEntropyOf(Layers[^1].Info.Predicted.ActivationStdDev);

    /// <summary>How many bytes its parameters take.</summary>
    public long ParameterBytes => sizeof(float) * (long)ParameterCount;

    /// <summary>The multiplications of an input with a weight, each with an addition, that one input takes.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>Its layers before anything ran, those of a stack that are alike in one line.</summary>
    public IReadOnlyList<LayerSummary> LayerSummaries => LayerSummary.Of([.. Layers.Select(layer => layer.Info)]);

    /// <summary>A sentence that says how the network fares: what matters most of what is wrong, or how much the signal changes from its
    /// first layer to its last.</summary>
    public string Verdict => SignalVerdict.Of(this);

    /// <summary>The root mean square of the inputs' values, which activations are held to.</summary>
    public double InputRootMeanSquare => Math.Sqrt((InputMean * InputMean) + (InputStdDev * InputStdDev));

    private double FirstCrossEntropyOf(double logitStdDev) => Layers[^1].Info.Activation == Activation.Softmax
        ? Propagation.FirstCrossEntropy.Of(Layers[^1].Info.Units, logitStdDev)
        : double.NaN;
}
