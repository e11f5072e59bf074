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
        long width = TNetwork.InputSize;
        long offset = 0;
        ReadOnlySpan<LayerInfo> layers = TNetwork.Layers;
        if (layers.IsEmpty)
        {
            throw Invalid($"{typeof(TNetwork).Name} has no layers, but must have at least one.");
        }

        for (int i = 0; i < layers.Length; i++)
        {
            LayerInfo layer = layers[i];
            if ((ShapeMistake(layer, width) ?? ParameterMistake(layer, ref offset, parameters)) is { } mistake)
            {
                throw Invalid($"Layers[{i}] of {typeof(TNetwork).Name}, '{layer.Name}', {mistake}.");
            }

            width = layer.Output.Size;
        }

        if (width != TNetwork.OutputSize)
        {
            throw Invalid($"OutputSize of {typeof(TNetwork).Name} is {TNetwork.OutputSize}, but its last layer puts out {width} values.");
        }

        if (offset != parameters || offset != TNetwork.ParameterCount)
        {
            string name = typeof(TNetwork).Name;
            int count = TNetwork.ParameterCount;
            throw Invalid(
                $"Layers of {name} have {offset} parameters, but ParameterCount is {count}, and Parameters has {parameters} values.");
        }
    }

    private static FormattableString? ShapeMistake(LayerInfo layer, long width) => layer switch
    {
        { Output.Size: < 1 } => $"puts out {layer.Output.Size} values, but must put out at least 1",
        { Input.Size: < 1 } => $"has {layer.Input.Size} inputs, but must have at least 1",
        _ when layer.Input.Size != width => $"has {layer.Input.Size} inputs, but what comes before it puts out {width} values",
        _ => null,
    };

    private static FormattableString? ParameterMistake(LayerInfo layer, ref long offset, int parameters)
    {
        // Not by an enumerator, which is allocated.
        for (int i = 0; i < layer.Parameters.Count; i++)
        {
            ParameterInfo parameter = layer.Parameters[i];
            long end = offset + parameter.Count;
            if (parameter.Offset != offset)
            {
                return $"has its {parameter.Name} from {parameter.Offset}, but they must start at {offset}, where what comes before them ends";
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
}
