using System;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using System.Threading;
using MathNet.Numerics.Statistics;

namespace InitGen.Reporting;

/// <summary>Measures a network and holds the measurement against the prediction.</summary>
internal static class NetworkMeasurement
{
    /// <summary>Runs all inputs forward and backward through a network, batch by batch.</summary>
    public static NetworkReport Run<TNetwork>(
        TNetwork network,
        ulong? seed,
        IInputSource inputs,
        SignalReportOptions options,
        IProgress<SignalProgress>? progress,
        CancellationToken cancellationToken)
        where TNetwork : INetwork<TNetwork>
    {
        string name = options.Name ?? typeof(TNetwork).Name;
        long? totalCount = inputs.Count(TNetwork.InputSize);
        var measurement = new BatchedMeasurement<TNetwork>(network);
        var gradients = new OutputGradients<TNetwork>(network, options);
        var jacobians = new List<IReadOnlyList<double>>();
        int batchSize = Math.Min(options.BatchSize, Array.MaxLength / Math.Max(TNetwork.InputSize, TNetwork.OutputSize));
        foreach (ReadOnlyMemory<float> batch in inputs.ReadBatches(TNetwork.InputSize, batchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            RequireBatch(batch.Length, TNetwork.InputSize, batchSize);
            if (options.SingularValues && measurement.InputCount == 0)
            {
                for (int input = 0; input < Math.Min(options.JacobianCount, batch.Length / TNetwork.InputSize); input++)
                {
                    ReadOnlySpan<float> row = batch.Span.Slice(input * TNetwork.InputSize, TNetwork.InputSize);
                    jacobians.Add(SingularValues.OfJacobian(network, row, cancellationToken));
                }
            }

            measurement.Add(batch.Span, gradients.Of(measurement.InputCount, batch.Span));
            progress?.Report(new SignalProgress(name, measurement.InputCount, totalCount));
        }

        if (measurement.InputCount == 0)
        {
            throw new ArgumentException("There are no inputs; at least one is needed.", nameof(inputs));
        }

        var report = new NetworkReport
        {
            Name = name,
            Seed = seed,
            InputSize = TNetwork.InputSize,
            ParameterCount = TNetwork.ParameterCount,
            InputCount = measurement.InputCount,
            InputNonFiniteCount = measurement.InputNonFiniteCount,
            InputMean = measurement.InputMean,
            InputStdDev = measurement.InputStdDev,
            Layers = LayersOf(network, measurement, options, cancellationToken),
            JacobianSingularValues = jacobians,
            LearningRates = TNetwork.LearningRates,
            Thresholds = options.Thresholds,
            Findings = [],
            PredictedFinding = null,
            CompilerDiagnostics = options.CompilerLog?.Of(typeof(TNetwork)) ?? [],
            Provenance = Provenance.Of(inputs, options),
        };

        // A network written by hand need not say what inputs its predictions assume.
        NetworkAttribute? declared = typeof(TNetwork).GetCustomAttribute<NetworkAttribute>();
        return report with
        {
            Findings = [.. SignalFindings.Of(report, LastBias(network))],
            PredictedFinding = SignalFindings.OfPrediction(
                report, declared?.InputMean ?? report.InputMean, declared?.InputStdDev ?? report.InputStdDev),
        };
    }

    /// <summary>Holds an input source to what it promises.</summary>
    private static void RequireBatch(int length, int inputSize, int batchSize)
    {
        if (length == 0 || length % inputSize != 0 || length / inputSize > batchSize)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The source gave a batch of {length} values; it must have 1 to {batchSize} inputs of {inputSize} values each."),
                "inputs");
        }
    }

    private static LayerReport[] LayersOf<TNetwork>(
        TNetwork network, BatchedMeasurement<TNetwork> measurement, SignalReportOptions options, CancellationToken cancellationToken)
        where TNetwork : INetwork<TNetwork>
    {
        Span<float> parameters = network.Parameters;
        LayerStatistics[] forward = measurement.Forward();
        GradientStatistics[] backward = measurement.Backward();
        var layers = new LayerReport[forward.Length];
        for (int i = 0; i < layers.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ref readonly LayerInfo info = ref TNetwork.Layers[i];
            float[] weights = info.Weights(parameters).ToArray();
            IReadOnlyList<(int, int)> copies = UnitCopies.Find(in info, parameters);
            layers[i] = new LayerReport
            {
                Number = i + 1,
                Info = info,
                Measured = forward[i],
                Gradient = backward[i],
                GradientStdDev = backward[i].StdDev / backward[^1].StdDev,
                WeightStdDev = ArrayStatistics.PopulationStandardDeviation(weights),
                WeightMean = ArrayStatistics.Mean(weights),
                CopiedUnits = copies.Count,
                InseparableUnits =
                    i + 1 < layers.Length && TNetwork.Layers[i + 1].Input == info.Output ? UnitCopies.CountInseparable(copies, in TNetwork.Layers[i + 1], parameters) : 0,
                SingularValues = options.SingularValues ? SingularValues.OfWeights(in info, parameters) : [],
            };
        }

        return layers;
    }

    /// <summary>A bias of the last layer that is not 0; 0 where there is none.</summary>
    private static float LastBias<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        ReadOnlySpan<float> biases = TNetwork.Layers[^1].Biases(network.Parameters);
        int place = biases.IndexOfAnyExcept(0f);
        return place < 0 ? 0 : biases[place];
    }
}
