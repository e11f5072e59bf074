using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace InitGen.Benchmarks;

/// <summary>How near one thread's passes come to what the machine can do: large batches to the peak of one core's fused multiply-adds, a
/// batch of one row to reading its weights from memory. Each sample alternates with one of the machine.</summary>
public static class Limits
{
    private const int Samples = 15;
    private const int BatchRows = 1_008;

    /// <summary>Measures and prints a table of each.</summary>
    public static void Print()
    {
        Execution.MaxDegreeOfParallelism = 1;
        Console.WriteLine("| layer | rows | GFLOP/s | peak | of peak |");
        Console.WriteLine("|---|---|---|---|---|");
        PrintBatch<Square256>();
        PrintBatch<Square500>();
        PrintBatch<Square1000>();
        PrintBatch<Square2048>();
        PrintBatch<Square4096>();
        Console.WriteLine();
        Console.WriteLine("| layer | rows | GB/s | plain read | of plain read |");
        Console.WriteLine("|---|---|---|---|---|");
        PrintRow<Square1000>();
        PrintRow<Square1024>();
        PrintRow<Square2000>();
        PrintRow<Square2048>();
        PrintRow<Square4000>();
        PrintRow<Square4096>();
    }

    private static void PrintBatch<TNetwork>()
        where TNetwork : INetwork<TNetwork>
    {
        MachineBenchmarks machine = new();
        TNetwork network = TNetwork.Create(1);
        float[] inputs = new float[BatchRows * TNetwork.InputSize];
        float[] outputs = new float[BatchRows * TNetwork.OutputSize];
        inputs.AsSpan().Fill(1);
        (double ours, double peak) = Medians(() => network.Forward(inputs, outputs), () => machine.FusedMultiplyAdd());
        Print<TNetwork>(BatchRows, 2.0 * BatchRows * TNetwork.ParameterCount / ours, MachineBenchmarks.Operations / peak);
    }

    private static void PrintRow<TNetwork>()
        where TNetwork : INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(1);
        float[] inputs = new float[TNetwork.InputSize];
        float[] outputs = new float[TNetwork.OutputSize];
        inputs.AsSpan().Fill(1);
        (double ours, double read) = Medians(() => network.Forward(inputs, outputs), () => outputs[0] = Sum(network.Parameters));
        double bytes = sizeof(float) * (double)TNetwork.ParameterCount;
        Print<TNetwork>(1, bytes / ours, bytes / read);
    }

    private static void Print<TNetwork>(int rows, double ours, double limit)
        where TNetwork : INetwork<TNetwork> => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {TNetwork.InputSize} x {TNetwork.OutputSize} | {rows} | {ours / 1e9:F1} | {limit / 1e9:F1} | {ours / limit:P0} |"));

    /// <summary>Medians in seconds.</summary>
    private static (double Ours, double Limit) Medians(Action ours, Action limit)
    {
        Sampling.WarmUp(ours);
        Sampling.WarmUp(limit);
        List<double> oursSamples = [], limitSamples = [];
        for (int i = 0; i < Samples; i++)
        {
            oursSamples.Add(Sampling.Milliseconds(ours));
            limitSamples.Add(Sampling.Milliseconds(limit));
        }

        return (oursSamples.Order().ElementAt(Samples / 2) / 1e3, limitSamples.Order().ElementAt(Samples / 2) / 1e3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum(ReadOnlySpan<float> values)
    {
        Vector<float> first = default, second = default, third = default, fourth = default;
        for (; values.Length >= 4 * Vector<float>.Count; values = values[(4 * Vector<float>.Count)..])
        {
            first += new Vector<float>(values);
            second += new Vector<float>(values[Vector<float>.Count..]);
            third += new Vector<float>(values[(2 * Vector<float>.Count)..]);
            fourth += new Vector<float>(values[(3 * Vector<float>.Count)..]);
        }

        return Vector.Sum(first + second + third + fourth);
    }
}
