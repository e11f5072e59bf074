using System;
using InitGen.Kernels;
using InitGen.Statistics;

namespace InitGen;

/// <summary>The signal of many batches at each layer of a network, as if they were one: what <see cref="INetwork{TSelf}.MeasureForward"/>
/// and <see cref="INetwork{TSelf}.MeasureBackward"/> measure, in memory that does not grow with the number of inputs. Figures differ from
/// those of one batch in rounding only. Not for several threads at once.</summary>
/// <typeparam name="TNetwork">The type of the network.</typeparam>
public sealed class BatchedMeasurement<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    private readonly TNetwork _network;
    private readonly PassPlan _plan;
    private readonly LayerStatistics[] _layers;
    private readonly GradientStatistics[] _gradients;
    private readonly UnitMeasurement[] _units;
    private readonly float[] _parameterGradients = new float[TNetwork.ParameterCount];
    private Moments _inputs;

    /// <summary>Nothing measured yet.</summary>
    /// <param name="network">The network. Its parameters must stay as they are while it is measured.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="InvalidOperationException">Its layers do not take up its parameters one after the other.</exception>
    public BatchedMeasurement(TNetwork network)
    {
        _plan = NetworkPass.RequireNetwork(network);
        _network = network;
        _layers = new LayerStatistics[TNetwork.Layers.Length];
        _gradients = new GradientStatistics[TNetwork.Layers.Length];
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            _layers[layer] = LayerStatistics.For(in TNetwork.Layers[layer]);
        }

        _units = new UnitMeasurement[_plan.UnitCount];
    }

    /// <summary>How many inputs, rows of <see cref="INetwork{TSelf}.InputSize"/> values, were measured.</summary>
    public long InputCount { get; private set; }

    /// <summary>How many values of the inputs are NaN or infinite; they are left out of their mean and standard deviation.</summary>
    public long InputNonFiniteCount { get; private set; }

    /// <summary>The mean of the inputs' values; NaN without any.</summary>
    public double InputMean => _inputs.Mean;

    /// <summary>The standard deviation of the inputs' values; NaN without any.</summary>
    public double InputStdDev => _inputs.StdDev;

    /// <summary>Adds the signal of a batch, and its gradients.</summary>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputGradients">dL/doutput, [batch x OutputSize], row-major.</param>
    /// <exception cref="ArgumentException">A length is not a multiple of the size, or the batches differ. Nothing is added.</exception>
    public void Add(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients)
    {
        int batch = _plan.BatchSize<TNetwork>(inputs);
        PassArguments.RequireRows(outputGradients.Length, batch, TNetwork.OutputSize, nameof(outputGradients));

        NetworkPass.AddForward(_network, _plan, inputs, _layers, _units, InputCount);
        NetworkPass.ComputeGradients(_network, _plan, inputs, outputGradients, _parameterGradients, isAdded: true, _gradients, rowsBefore: InputCount);
        InputNonFiniteCount += _inputs.AddFinite(inputs);
        InputCount += batch;
    }

    /// <summary>The signal of all batches so far, one for each layer.</summary>
    public LayerStatistics[] Forward()
    {
        LayerStatistics[] layers = [.. _layers];
        if (InputCount > 0)
        {
            NetworkPass.CountDeadUnits(TNetwork.Layers, _units, layers);
        }

        return layers;
    }

    /// <summary>The gradients of all batches so far, one for each layer; those of weights and biases are summed over all of them.</summary>
    public GradientStatistics[] Backward()
    {
        GradientStatistics[] gradients = [.. _gradients];
        if (InputCount > 0)
        {
            NetworkPass.AddWeights(TNetwork.Layers, _parameterGradients, gradients);
        }

        return gradients;
    }
}
