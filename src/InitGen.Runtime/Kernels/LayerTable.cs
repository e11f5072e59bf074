using System;
using System.Globalization;

namespace InitGen.Kernels;

/// <summary>Checks what a network says of its layers. The kernels go by it, and a network that is written by hand can say
/// anything.</summary>
internal static class LayerTable
{
    /// <summary>Checks that a network's layers follow each other and take up its parameters one after the other, without gaps.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="parameters">The number of parameters that there are.</param>
    /// <exception cref="InvalidOperationException">They do not.</exception>
    public static void Require<TNetwork>(int parameters)
        where TNetwork : INetwork<TNetwork>
    {
        int width = TNetwork.InputSize;
        long offset = 0;
        ReadOnlySpan<LayerInfo> layers = TNetwork.Layers;
        if (layers.IsEmpty)
        {
            throw Invalid($"{typeof(TNetwork).Name} has no layers, but must have at least one.");
        }

        for (int i = 0; i < layers.Length; i++)
        {
            ref readonly LayerInfo layer = ref layers[i];
            if (Mistake(in layer, width, offset, parameters) is { } mistake)
            {
                throw Invalid($"Layers[{i}] of {typeof(TNetwork).Name}, '{layer.Name}', {mistake}.");
            }

            offset += Length(in layer);
            width = layer.Units;
        }

        if (width != TNetwork.OutputSize)
        {
            throw Invalid($"OutputSize of {typeof(TNetwork).Name} is {TNetwork.OutputSize}, but its last layer has {width} units.");
        }

        if (offset != parameters || offset != TNetwork.ParameterCount)
        {
            string name = typeof(TNetwork).Name;
            int count = TNetwork.ParameterCount;
            throw Invalid(
                $"Layers of {name} have {offset} parameters, but ParameterCount is {count}, and Parameters has {parameters} values.");
        }
    }

    private static FormattableString? Mistake(in LayerInfo layer, int width, long offset, int parameters)
    {
        long biases = offset + ((long)layer.Units * layer.Inputs);
        return layer switch
        {
            { Units: < 1 } => $"has {layer.Units} units, but must have at least 1",
            { Inputs: < 1 } => $"has {layer.Inputs} inputs, but must have at least 1",
            _ when layer.Inputs != width => $"has {layer.Inputs} inputs, but what comes before it puts out {width} values",
            _ when layer.WeightOffset != offset =>
                $"has its weights from {layer.WeightOffset}, but they must start at {offset}, where what comes before it ends",
            _ when layer.BiasOffset != -1 && layer.BiasOffset != biases =>
                $"has its biases from {layer.BiasOffset}, but they must start at {biases}, where its weights end, or at -1 for none",
            _ when offset + Length(in layer) > parameters =>
                $"ends at {offset + Length(in layer)}, but must end at {parameters} or before, the number of parameters",
            _ => (FormattableString?)null,
        };
    }

    private static long Length(in LayerInfo layer) => ((long)layer.Units * layer.Inputs) + (layer.BiasOffset < 0 ? 0 : layer.Units);

    private static InvalidOperationException Invalid(FormattableString message) => new(message.ToString(CultureInfo.InvariantCulture));
}
