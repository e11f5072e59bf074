using System;
using System.IO;
using System.Threading;
using InitGen.Reporting;

namespace InitGen.Soak;

/// <summary>All that a program does with networks, in turns and with batches of changing size, as one of several threads.</summary>
/// <param name="directory">Where files are written.</param>
/// <param name="seed">Of the choices.</param>
internal sealed class Work(string directory, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Does one thing with a network.</summary>
    public void Step(Classifier classifier, Mixed mixed)
    {
        if (_random.Next(2) == 0)
        {
            Step(classifier);
        }
        else
        {
            Step(mixed);
        }
    }

    private void Step<TNetwork>(TNetwork shared)
        where TNetwork : INetwork<TNetwork>
    {
        int batch = _random.Next(0, 300);
        var inputs = new float[batch * TNetwork.InputSize];
        var outputs = new float[batch * TNetwork.OutputSize];
        Initializers.Normal(inputs, 0, 1, (ulong)_random.Next(), 1);
        switch (_random.Next(9))
        {
            case 0:
                shared.Forward(inputs, outputs);
                break;
            case 1:
                shared.Backward(inputs, outputs, new float[TNetwork.ParameterCount]);
                break;
            case 2:
                shared.MeasureForward(inputs, new LayerStatistics[TNetwork.Layers.Length]);
                break;
            case 3:
                shared.MeasureBackward(inputs, outputs, new GradientStatistics[TNetwork.Layers.Length]);
                break;
            case 4:
                TNetwork.Create((ulong)_random.Next()).Forward(inputs, outputs);
                break;
            case 5:
                WriteAndRead(shared);
                break;
            case 6:
                Report(shared);
                break;
            case 7:
                Refused(shared, inputs);
                break;
            default:
                var thread = new Thread(() => shared.Forward(inputs, outputs)); // one more workspace, which goes with it
                thread.Start();
                thread.Join();
                break;
        }
    }

    private void WriteAndRead<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        string path = Path.Combine(directory, Path.GetRandomFileName());
        TNetwork other = TNetwork.Create(new float[TNetwork.ParameterCount]);
        Safetensors.Write(network, path);
        Safetensors.Read(other, path);
        Npz.Write(network, path);
        Npz.Read(other, path);
        File.Delete(path);
        if (!other.Parameters.SequenceEqual(network.Parameters))
        {
            throw new InvalidDataException("A file has other parameters.");
        }
    }

    private static void Report<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        using var source = new CancellationTokenSource();
        try
        {
            SignalReport report = SignalReport.Measure(
                network, InputSource.StandardNormal(100, seed: 1), new() { BatchSize = 40 }, cancellationToken: source.Token);
            HtmlReport.Write(report, TextWriter.Null);
            source.Cancel();
            SignalReport.Measure(network, InputSource.StandardNormal(100, seed: 1), cancellationToken: source.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static void Refused<TNetwork>(TNetwork network, float[] inputs)
        where TNetwork : INetwork<TNetwork>
    {
        try
        {
            network.Forward(inputs, new float[inputs.Length + 1]);
        }
        catch (ArgumentException)
        {
        }
    }
}
