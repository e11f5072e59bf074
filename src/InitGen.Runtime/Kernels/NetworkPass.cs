using System;
using InitGen.Kernels.Matrices;
using InitGen.Statistics;

namespace InitGen.Kernels;

/// <summary>Takes batches through a network, block of rows by block of rows, each through all layers while it is in the cache. What the
/// methods of generated networks call. Nothing is written before all lengths are checked, nothing is allocated once the scratch memory of
/// the thread has grown to the network's size, and any number of threads may run passes over one network at once. A network written by hand
/// whose layers do not take up its parameters one after the other, or are not all run in their order, is refused with
/// <see cref="InvalidOperationException"/>.</summary>
public static unsafe class NetworkPass
{
    private const int LargestBlock = 504; // rows
    private const int BlockSize = 1 << 20; // activations of the widest layer
    private const int RecordSize = 1 << 24; // activations of all layers

    /// <inheritdoc cref="INetwork{TSelf}.Forward"/>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputs">[batch x OutputSize], row-major; written. Other memory than the inputs and the parameters.</param>
    public static void Forward<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<float> outputs)
        where TNetwork : INetwork<TNetwork>
    {
        PassPlan plan = RequireNetwork(network);
        int batch = plan.BatchSize<TNetwork>(inputs);
        Compute(network, plan, batch, inputs, outputs, isInference: false);
    }

    /// <summary>Computes the outputs of inputs as they come, one or many: normalized by the running means and variances of the network's state,
    /// not by the batch, and with nothing dropped. In a network without state and dropout, what <see cref="Forward"/> computes.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputs">[batch x OutputSize], row-major; written. Other memory than the inputs, the parameters and the state.</param>
    /// <exception cref="ArgumentException">A length is not a multiple of the size, or the batches differ.</exception>
    public static void Infer<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<float> outputs)
        where TNetwork : INetwork<TNetwork>
    {
        PassPlan plan = RequireNetwork(network);
        int batch = PassArguments.BatchSize(inputs, TNetwork.InputSize);
        Compute(network, plan, batch, inputs, outputs, isInference: true);
    }

    /// <summary>Moves the network's state toward what a batch has, as training does after each: running means and variances, the share of the
    /// batch the momentum of the layer. Not for several threads at once.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network; its state is written.</param>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <exception cref="ArgumentException">A length is not a multiple of the size.</exception>
    public static void UpdateState<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs)
        where TNetwork : INetwork<TNetwork>
    {
        PassPlan plan = RequireNetwork(network);
        int batch = plan.BatchSize<TNetwork>(inputs);
        if (batch == 0 || TNetwork.StateCount == 0)
        {
            return;
        }

        fixed (float* data = inputs, parameterData = network.Parameters, stateData = network.State)
        {
            var pass = new ForwardPass(plan, TNetwork.Layers, parameterData, Rows(data, 0, batch, TNetwork.InputSize))
            {
                FirstRow = 0,
                Step = network.Step,
                State = stateData,
            };
            TNetwork.ForwardLayers(ref pass);
            pass.RequireEnd();
        }
    }

    private static void Compute<TNetwork>(
        TNetwork network, PassPlan plan, int batch, ReadOnlySpan<float> inputs, Span<float> outputs, bool isInference)
        where TNetwork : INetwork<TNetwork>
    {
        PassArguments.RequireRows(outputs.Length, batch, TNetwork.OutputSize, nameof(outputs));
        PassArguments.RequireDistinct(outputs, inputs, nameof(outputs), nameof(inputs));
        PassArguments.RequireDistinct(outputs, network.Parameters, nameof(outputs), "the parameters");
        PassArguments.RequireDistinct(outputs, network.State, nameof(outputs), "the state");

        int blockRows = BlockRows(batch, plan, isInference);
        ulong step = network.Step;
        fixed (float* data = inputs, parameterData = network.Parameters, stateData = network.State)
        {
            for (int row = 0; row < batch; row += blockRows)
            {
                int rows = Math.Min(blockRows, batch - row);
                var pass = new ForwardPass(plan, TNetwork.Layers, parameterData, Rows(data, row, rows, TNetwork.InputSize))
                {
                    FirstRow = row,
                    Step = step,
                    State = isInference ? stateData : null,
                    IsInference = isInference,
                };
                TNetwork.ForwardLayers(ref pass);
                pass.RequireEnd();
                for (int i = 0; i < rows; i++)
                {
                    new ReadOnlySpan<float>(pass.LastOutput.Row(i), TNetwork.OutputSize)
                        .CopyTo(outputs.Slice((row + i) * TNetwork.OutputSize, TNetwork.OutputSize));
                }
            }
        }
    }

    /// <inheritdoc cref="INetwork{TSelf}.MeasureForward"/>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="statistics">One for each layer; written.</param>
    public static void MeasureForward<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<LayerStatistics> statistics)
        where TNetwork : INetwork<TNetwork>
    {
        ReadOnlySpan<LayerInfo> layers = TNetwork.Layers;
        PassPlan plan = RequireNetwork(network);
        int batch = plan.BatchSize<TNetwork>(inputs);
        PassArguments.RequireLayers(statistics.Length, layers.Length, nameof(statistics));

        for (int layer = 0; layer < layers.Length; layer++)
        {
            statistics[layer] = LayerStatistics.For(in layers[layer]);
        }

        var units = new Span<UnitMeasurement>(Workspace.OfThread.Units.Reserve(plan.UnitCount), plan.UnitCount);
        units.Clear();
        AddForward(network, plan, inputs, statistics, units, measuredRows: 0);
        if (batch > 0)
        {
            CountDeadUnits(layers, units, statistics);
        }
    }

    /// <summary>Adds the signal of a batch, whose lengths are checked, to what was measured of others.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="plan">How its layers are run.</param>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="statistics">One for each layer; added to, but for <see cref="LayerStatistics.DeadUnits"/>.</param>
    /// <param name="units">One for each unit of each layer; added to.</param>
    /// <param name="measuredRows">How many rows the others have.</param>
    internal static void AddForward<TNetwork>(
        TNetwork network,
        PassPlan plan,
        ReadOnlySpan<float> inputs,
        Span<LayerStatistics> statistics,
        Span<UnitMeasurement> units,
        long measuredRows)
        where TNetwork : INetwork<TNetwork>
    {
        int batch = inputs.Length / TNetwork.InputSize;
        int blockRows = BlockRows(batch, plan);
        ulong step = network.Step;
        fixed (float* data = inputs, parameterData = network.Parameters)
        fixed (UnitMeasurement* unitData = units)
        {
            for (int row = 0; row < batch; row += blockRows)
            {
                Matrix block = Rows(data, row, Math.Min(blockRows, batch - row), TNetwork.InputSize);
                var pass = new ForwardPass(plan, TNetwork.Layers, parameterData, block, statistics, unitData)
                {
                    FirstRow = measuredRows + row,
                    Step = step,
                };
                TNetwork.ForwardLayers(ref pass);
                pass.RequireEnd();
            }
        }
    }

    /// <summary>Counts the units of each layer that passed no gradient on any row.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="units">One for each unit of each layer.</param>
    /// <param name="statistics">One for each layer; their <see cref="LayerStatistics.DeadUnits"/> are written.</param>
    internal static void CountDeadUnits(
        ReadOnlySpan<LayerInfo> layers, ReadOnlySpan<UnitMeasurement> units, Span<LayerStatistics> statistics)
    {
        for (int layer = 0; layer < layers.Length; layer++)
        {
            int deadUnits = 0;
            foreach (ref readonly UnitMeasurement unit in units[..layers[layer].Units])
            {
                deadUnits += unit.IsActive ? 0 : 1;
            }

            statistics[layer].DeadUnits = deadUnits;
            units = units[layers[layer].Units..];
        }
    }

    /// <inheritdoc cref="INetwork{TSelf}.Backward"/>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputGradients">dL/doutput, [batch x OutputSize], row-major.</param>
    /// <param name="parameterGradients">dL/dparameter, laid out as the parameters; written, not added to. Other memory than the inputs,
    /// the output gradients and the parameters.</param>
    public static void Backward<TNetwork>(
        TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients)
        where TNetwork : INetwork<TNetwork>
    {
        PassPlan plan = RequireNetwork(network);
        Span<float> parameters = network.Parameters;
        int batch = plan.BatchSize<TNetwork>(inputs);
        PassArguments.RequireRows(outputGradients.Length, batch, TNetwork.OutputSize, nameof(outputGradients));
        PassArguments.RequireParameters(parameterGradients.Length, TNetwork.ParameterCount, nameof(parameterGradients));
        PassArguments.RequireDistinct(parameterGradients, inputs, nameof(parameterGradients), nameof(inputs));
        PassArguments.RequireDistinct(parameterGradients, outputGradients, nameof(parameterGradients), nameof(outputGradients));
        PassArguments.RequireDistinct(parameterGradients, parameters, nameof(parameterGradients), "the parameters");

        if (batch == 0)
        {
            parameterGradients.Clear();
        }

        ComputeGradients(network, plan, inputs, outputGradients, parameterGradients, isAdded: false, []);
    }

    /// <summary>Computes the gradients of a loss L with respect to the inputs, row by row: how it changes with what comes in.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputGradients">dL/doutput, [batch x OutputSize], row-major.</param>
    /// <param name="inputGradients">dL/dinput, [batch x InputSize], row-major; written. Other memory than the inputs, the output gradients and
    /// the parameters.</param>
    /// <exception cref="ArgumentException">A length is wrong, or memory overlaps.</exception>
    public static void InputGradients<TNetwork>(
        TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> inputGradients)
        where TNetwork : INetwork<TNetwork>
    {
        PassPlan plan = RequireNetwork(network);
        int batch = plan.BatchSize<TNetwork>(inputs);
        PassArguments.RequireRows(outputGradients.Length, batch, TNetwork.OutputSize, nameof(outputGradients));
        PassArguments.RequireRows(inputGradients.Length, batch, TNetwork.InputSize, nameof(inputGradients));
        PassArguments.RequireDistinct(inputGradients, inputs, nameof(inputGradients), nameof(inputs));
        PassArguments.RequireDistinct(inputGradients, outputGradients, nameof(inputGradients), nameof(outputGradients));
        PassArguments.RequireDistinct(inputGradients, network.Parameters, nameof(inputGradients), "the parameters");

        var parameterGradients = new Span<float>(
            Workspace.OfThread.ParameterGradients.Reserve(TNetwork.ParameterCount), TNetwork.ParameterCount);
        ComputeGradients(network, plan, inputs, outputGradients, parameterGradients, isAdded: false, [], inputGradients);
    }

    /// <inheritdoc cref="INetwork{TSelf}.MeasureBackward"/>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputGradients">dL/doutput, [batch x OutputSize], row-major.</param>
    /// <param name="statistics">One for each layer; written.</param>
    public static void MeasureBackward<TNetwork>(
        TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<GradientStatistics> statistics)
        where TNetwork : INetwork<TNetwork>
    {
        ReadOnlySpan<LayerInfo> layers = TNetwork.Layers;
        PassPlan plan = RequireNetwork(network);
        int batch = plan.BatchSize<TNetwork>(inputs);
        PassArguments.RequireRows(outputGradients.Length, batch, TNetwork.OutputSize, nameof(outputGradients));
        PassArguments.RequireLayers(statistics.Length, layers.Length, nameof(statistics));

        statistics.Clear();
        if (batch == 0)
        {
            return;
        }

        var parameterGradients = new Span<float>(
            Workspace.OfThread.ParameterGradients.Reserve(TNetwork.ParameterCount), TNetwork.ParameterCount);
        ComputeGradients(network, plan, inputs, outputGradients, parameterGradients, isAdded: false, statistics);
        AddWeights(layers, parameterGradients, statistics);
    }

    /// <summary>Computes the gradients of a batch, whose lengths are checked.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="plan">How its layers are run.</param>
    /// <param name="inputs">[batch x InputSize], row-major.</param>
    /// <param name="outputGradients">dL/doutput, [batch x OutputSize], row-major.</param>
    /// <param name="parameterGradients">dL/dparameter, laid out as the parameters.</param>
    /// <param name="isAdded">Whether they are added to what stands there; else they take its place, if there is a row.</param>
    /// <param name="statistics">One for each layer, added to, but for the gradients of weights; empty where nothing is measured.</param>
    /// <param name="inputGradients">dL/dinput, [batch x InputSize], row-major; empty where nobody asks for it.</param>
    /// <param name="rowsBefore">How many rows other batches have that are measured as one with this.</param>
    internal static void ComputeGradients<TNetwork>(
        TNetwork network,
        PassPlan plan,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> outputGradients,
        Span<float> parameterGradients,
        bool isAdded,
        Span<GradientStatistics> statistics,
        Span<float> inputGradients = default,
        long rowsBefore = 0)
        where TNetwork : INetwork<TNetwork>
    {
        ReadOnlySpan<LayerInfo> layers = TNetwork.Layers;
        int batch = inputs.Length / TNetwork.InputSize;
        int blockRows = BlockRows(batch, plan);
        blockRows = plan.CouplesRows ? blockRows : (int)Math.Clamp(RecordSize / plan.RecordSize, 1, blockRows);
        ulong step = network.Step;
        float* activations = Workspace.OfThread.Activations.Reserve(blockRows * plan.RecordSize);
        float* derivatives = Workspace.OfThread.Derivatives.Reserve(blockRows * plan.RecordSize);
        fixed (float* inputData = inputs, gradientData = outputGradients, parameterData = network.Parameters, inputGradientData = inputGradients)
        {
            for (int row = 0; row < batch; row += blockRows)
            {
                int rows = Math.Min(blockRows, batch - row);
                Matrix block = Rows(inputData, row, rows, TNetwork.InputSize);
                var forward = new ForwardPass(plan, layers, parameterData, block, activations, derivatives) { FirstRow = rowsBefore + row, Step = step };
                TNetwork.ForwardLayers(ref forward);
                forward.RequireEnd();

                var backward = new BackwardPass(
                    plan,
                    layers,
                    parameterData,
                    block,
                    Rows(gradientData, row, rows, TNetwork.OutputSize),
                    activations,
                    derivatives,
                    parameterGradients,
                    isAdded || row > 0,
                    statistics,
                    inputGradients.IsEmpty ? default : Rows(inputGradientData, row, rows, TNetwork.InputSize))
                {
                    FirstRow = rowsBefore + row,
                    Step = step,
                };
                TNetwork.BackwardLayers(ref backward);
                backward.RequireEnd();
            }
        }
    }

    /// <summary>Adds the gradients of the weights, which are sums over all rows, when these are complete.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="parameterGradients">dL/dparameter, laid out as the parameters.</param>
    /// <param name="statistics">One for each layer; added to.</param>
    internal static void AddWeights(
        ReadOnlySpan<LayerInfo> layers, Span<float> parameterGradients, Span<GradientStatistics> statistics)
    {
        for (int layer = 0; layer < layers.Length; layer++)
        {
            Span<float> gradients = layers[layer].Weights(parameterGradients);
            Span<GradientStatistics> parts = Workspace.OfThread.PartGradientStatistics(WeightGradientParts.Count(gradients.Length));
            ThreadTeam.For(parts.Length, WeightGradientParts.Grain, new WeightGradientParts(gradients, parts));
            foreach (ref readonly GradientStatistics part in parts)
            {
                statistics[layer].Merge(in part);
            }
        }
    }

    /// <summary>Checks a network.</summary>
    /// <returns>How its layers are run.</returns>
    internal static PassPlan RequireNetwork<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.State.Length == TNetwork.StateCount
            ? PassPlan.Of<TNetwork>(network.Parameters.Length)
            : throw new InvalidOperationException(
                $"State of {typeof(TNetwork).Name} has {network.State.Length} values, but StateCount is {TNetwork.StateCount}.");
    }

    private static Matrix Rows(float* data, int row, int rows, int columns) => new(data + ((nint)row * columns), rows, columns, columns);

    /// <summary>How many rows go through the layers at once: all, where they meet in some layer. Else blocks are about equal and of whole
    /// tiles; they depend on the shapes alone.</summary>
    private static int BlockRows(int batch, PassPlan plan, bool isInference = false)
    {
        if (plan.CouplesRows && !isInference)
        {
            return Math.Max(1, batch);
        }

        int largest = Math.Clamp(BlockSize / plan.Widest, 1, LargestBlock);
        int blocks = Math.Max(1, PanelGrid.Quotient(batch, largest));
        return Math.Max(1, PanelGrid.RoundUp(PanelGrid.Quotient(batch, blocks), MatrixProduct.TileRows));
    }
}
