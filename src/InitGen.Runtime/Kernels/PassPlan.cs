using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace InitGen.Kernels;

/// <summary>How passes take a network's layers: which layers each reads, and where outputs and gradients stand meanwhile, so that those that
/// are not needed at the same time share memory. Made when a network is first used, and checked: the kernels go by what a network says of
/// its layers, and one that is written by hand can say anything.</summary>
internal sealed class PassPlan
{
    private readonly LayerInfo[] _layers;
    private readonly int[][] _from;
    private readonly int[] _lastUse;
    private readonly int _lastUseOfInput;
    private readonly int[] _slots;
    private readonly int[] _gradientSlots;
    private readonly long[] _recordOffsets;

    private PassPlan(LayerInfo[] layers, int[][] from)
    {
        _layers = layers;
        _from = from;
        _lastUse = [.. layers.Select((_, layer) => layer == layers.Length - 1 ? layers.Length : Array.FindLastIndex(from, sources => sources.Contains(layer)))];
        _lastUseOfInput = Array.FindLastIndex(from, static sources => sources.Contains(-1));
        _slots = PlanForward();
        _gradientSlots = PlanBackward();
        _recordOffsets = new long[layers.Length + 1];
        for (int layer = 0; layer < layers.Length; layer++)
        {
            int stride = RowLayout.Stride((int)layers[layer].Output.Size);
            _recordOffsets[layer + 1] = _recordOffsets[layer] + stride;
            Widest = Math.Max(Widest, stride);
            UnitCount = checked(UnitCount + layers[layer].Units);
        }
    }

    /// <summary>The largest distance between two rows of a layer's outputs.</summary>
    public int Widest { get; } = 1;

    /// <summary>The floats that the outputs of all layers take for one row.</summary>
    public long RecordSize => _recordOffsets[^1];

    /// <summary>The number of units of all layers.</summary>
    public int UnitCount { get; }

    /// <summary>Whether rows meet in some layer, so that a batch goes through the layers as a whole.</summary>
    public bool CouplesRows => _layers.Any(static layer => layer.CouplesRows);

    /// <summary>The layers that a layer reads, by number; −1 is the network's input.</summary>
    public ReadOnlySpan<int> From(int layer) => _from[layer];

    /// <summary>Which buffer a layer's outputs stand in.</summary>
    public int Slot(int layer) => _slots[layer];

    /// <summary>Which buffer the gradient of a layer's outputs stands in; −1 for the last layer, whose is the caller's.</summary>
    public int GradientSlot(int layer) => _gradientSlots[layer];

    /// <summary>Where a layer's outputs start in the record of all, for one row.</summary>
    public long RecordOffset(int layer) => _recordOffsets[layer];

    /// <summary>Whether the gradient that a layer sends to one of its inputs is the first that this gets on the way back; the others are added
    /// to it.</summary>
    public bool IsFirstGradient(int layer, int input) =>
        (_from[layer][input] is >= 0 and var source ? _lastUse[source] : _lastUseOfInput) == layer
        && Array.IndexOf(_from[layer], _from[layer][input]) == input;

    /// <summary>The number of rows of the inputs.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="inputs">The inputs.</param>
    /// <exception cref="ArgumentException">The inputs are not whole rows, or a layer that couples them needs more, or memory for fewer.</exception>
    public int BatchSize<TNetwork>(ReadOnlySpan<float> inputs)
        where TNetwork : INetwork<TNetwork>
    {
        int batch = PassArguments.BatchSize(inputs, TNetwork.InputSize);
        if (batch == 0 || !CouplesRows)
        {
            return batch;
        }

        foreach (LayerInfo layer in _layers)
        {
            if (layer.CouplesRows && batch * layer.Output.Positions == 1)
            {
                throw new ArgumentException(
                    $"inputs has 1 row; it must have at least 2, as '{layer.Name}' normalizes each unit over the rows, and nothing is left of one value.",
                    nameof(inputs));
            }
        }

        long most = int.MaxValue / RecordSize;
        return batch <= most ? batch : throw new ArgumentException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"inputs has {batch} rows; it must have at most {most}: layers that normalize over rows take them all at once, {4.0 * batch * RecordSize / (1 << 30):F1} GB."),
            nameof(inputs));
    }

    /// <summary>The plan of a network.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="parameters">The number of parameters that there are.</param>
    /// <exception cref="InvalidOperationException">Its layers do not fit each other, or do not take up its parameters one after the other,
    /// without gaps.</exception>
    public static PassPlan Of<TNetwork>(int parameters)
        where TNetwork : INetwork<TNetwork>
    {
        // Networks are the same from one pass to the next, as the entries of their tables are.
        if (Last<TNetwork>.Plan is { } plan && parameters == TNetwork.ParameterCount && TNetwork.Layers.SequenceEqual(plan._layers, null))
        {
            return plan;
        }

        LayerInfo[] layers = [.. TNetwork.Layers];
        return Last<TNetwork>.Plan = new PassPlan(layers, Require<TNetwork>(layers, parameters));
    }

    private static int[][] Require<TNetwork>(LayerInfo[] layers, int parameters)
        where TNetwork : INetwork<TNetwork>
    {
        string name = typeof(TNetwork).Name;
        if (layers.Length == 0)
        {
            throw Invalid($"{name} has no layers, but must have at least one.");
        }

        long offset = 0;
        long stateOffset = 0;
        int[][] from = [.. layers.Select(static (layer, index) => layer.From.Count == 0 ? [index - 1] : layer.From.ToArray())];
        for (int i = 0; i < layers.Length; i++)
        {
            if ((SourceMistake(layers, from, i, TNetwork.InputSize) ?? ParameterMistake(layers[i], ref offset, ref stateOffset, parameters)) is { } mistake)
            {
                throw Invalid($"Layers[{i}] of {name}, '{layers[i].Name}', {mistake}.");
            }
        }

        if (layers[^1].Output.Size != TNetwork.OutputSize)
        {
            throw Invalid($"OutputSize of {name} is {TNetwork.OutputSize}, but its last layer puts out {layers[^1].Output.Size} values.");
        }

        if (offset != parameters || offset != TNetwork.ParameterCount)
        {
            int count = TNetwork.ParameterCount;
            throw Invalid(
                $"Layers of {name} have {offset} parameters, but ParameterCount is {count}, and Parameters has {parameters} values.");
        }

        return stateOffset == TNetwork.StateCount ? from
            : throw Invalid($"Layers of {name} have {stateOffset} values of state, but StateCount is {TNetwork.StateCount}.");
    }

    private static FormattableString? SourceMistake(LayerInfo[] layers, int[][] from, int index, int inputSize)
    {
        LayerInfo layer = layers[index];
        if (layer.Output.Size is < 1 or > int.MaxValue)
        {
            return $"puts out {layer.Output.Size} values, but must put out at least 1";
        }

        if (layer.Input.Size < 1)
        {
            return $"has {layer.Input.Size} inputs, but must have at least 1";
        }

        foreach (int source in from[index])
        {
            if (source < -1 || source >= index)
            {
                return $"reads layer {source}, but can read those before it only";
            }
        }

        long width = from[index][0] < 0 ? inputSize : layers[from[index][0]].Output.Size;
        return layer.Input.Size != width ? $"has {layer.Input.Size} inputs, but what comes before it puts out {width} values"
            : index < layers.Length - 1 && !from.Skip(index + 1).Any(sources => sources.Contains(index)) ? (FormattableString)$"is read by no layer"
            : null;
    }

    private static FormattableString? ParameterMistake(LayerInfo layer, ref long offset, ref long stateOffset, int parameters)
    {
        foreach (ParameterInfo parameter in layer.Parameters)
        {
            bool isState = parameter.Role == ParameterRole.State;
            long start = isState ? stateOffset : offset;
            long end = start + parameter.Count;
            if (parameter.Offset != start)
            {
                return $"has its {parameter.Name} from {parameter.Offset}, but they must start at {start}, where what comes before them ends";
            }

            if (isState)
            {
                stateOffset = end;
                continue;
            }

            if (end > parameters)
            {
                return $"ends at {end}, but must end at {parameters} or before, the number of parameters";
            }

            offset = end;
        }

        return null;
    }

    private static InvalidOperationException Invalid(FormattableString message) => new(message.ToString(CultureInfo.InvariantCulture));

    // An output takes the first buffer that holds none that is still to be read.
    private int[] PlanForward()
    {
        var slots = new int[_layers.Length];
        var taken = new List<bool>();
        for (int layer = 0; layer < slots.Length; layer++)
        {
            slots[layer] = Take(taken);
            foreach (int source in _from[layer])
            {
                if (source >= 0 && _lastUse[source] == layer)
                {
                    taken[slots[source]] = false;
                }
            }
        }

        return slots;
    }

    // When a layer's turn comes on the way back, its gradient is complete; that of its pre-activations is made elsewhere, and its own no longer
    // needed when those of its inputs are written.
    private int[] PlanBackward()
    {
        var slots = new int[_layers.Length];
        slots.AsSpan().Fill(-1);
        var taken = new List<bool>();
        for (int layer = slots.Length - 1; layer >= 0; layer--)
        {
            if (slots[layer] >= 0)
            {
                taken[slots[layer]] = false;
            }

            foreach (int source in _from[layer])
            {
                if (source >= 0 && slots[source] < 0)
                {
                    slots[source] = Take(taken);
                }
            }
        }

        return slots;
    }

    private static int Take(List<bool> taken)
    {
        int slot = taken.IndexOf(false);
        if (slot < 0)
        {
            slot = taken.Count;
            taken.Add(true);
        }

        taken[slot] = true;
        return slot;
    }

    private static class Last<TNetwork>
    {
        public static PassPlan? Plan { get; set; }
    }
}
