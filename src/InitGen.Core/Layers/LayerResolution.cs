using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using InitGen.Initialization;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>From declared layers to resolved ones.</summary>
internal static class LayerResolution
{
    /// <summary>The number of layers of a network, those of stacks counted one by one.</summary>
    /// <param name="network">A network whose sizes are positive.</param>
    public static long CountLayers(NetworkSpec network) => network.Layers.Sum(static layer => (long)layer.Repeat);

    /// <summary>The most layers that a network may have. Each is a few lines of generated code; far more of them would keep the compiler busy for
    /// minutes.</summary>
    public const int MostLayers = 10_000;

    /// <summary>The number of parameters of a network, weights and biases. Takes about the same time for any size.</summary>
    /// <param name="network">A network whose sizes are positive.</param>
    /// <returns>The number; <see cref="long.MaxValue"/> where it is larger.</returns>
    public static long CountParameters(NetworkSpec network)
    {
        BigInteger count = 0;
        var outputs = new List<Shape>();
        foreach (LayerSpec layer in network.Layers)
        {
            EquatableArray<Shape> inputs = InputsOf(network.Input, layer, outputs);
            EquatableArray<Shape>[] steps = [.. Steps(layer, inputs)];
            count += steps.Aggregate(BigInteger.Zero, (sum, step) => sum + Count(layer, step))
                + ((layer.Repeat - steps.Length) * Count(layer, steps[steps.Length - 1]));
            outputs.Add(OutputOf(layer, inputs));
        }

        return (long)BigInteger.Min(count, long.MaxValue);
    }

    /// <summary>The shapes of what comes into a declared layer, the first of a stack.</summary>
    /// <param name="input">The shape of the network's input.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="outputs">The shapes of what comes out of the layers before it.</param>
    public static EquatableArray<Shape> InputsOf(Shape input, LayerSpec layer, IReadOnlyList<Shape> outputs) => new(
        layer.Sources(outputs.Count).Select(source => source < 0 || source >= outputs.Count ? source == -1 ? input : default : outputs[source]));

    /// <summary>The shapes of what comes into the layers of a stack, one after the other, as long as they change: all behind the last of these
    /// get what it gets.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">The shapes of what comes into the first.</param>
    public static IEnumerable<EquatableArray<Shape>> Steps(LayerSpec layer, EquatableArray<Shape> inputs)
    {
        yield return inputs;
        for (int step = 1; step < Math.Min(layer.Repeat, MostLayers); step++)
        {
            EquatableArray<Shape> next = layer.OutputOf(inputs);
            if (next.Equals(inputs))
            {
                break;
            }

            yield return inputs = next;
        }
    }

    /// <summary>The shape of what comes out of the last layer of a stack.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">The shapes of what comes into the first.</param>
    public static Shape OutputOf(LayerSpec layer, EquatableArray<Shape> inputs) => layer.OutputOf(Steps(layer, inputs).Last());

    /// <summary>The layers of a network, one by one, from the input to the output.</summary>
    /// <param name="network">A network without mistakes: sizes positive, parameters within an int.</param>
    /// <exception cref="OverflowException">The network has more parameters than an int counts.</exception>
    public static IReadOnlyList<ResolvedLayer> Resolve(NetworkSpec network)
    {
        LayerSpec[] layers = SpellOutLayers(network);
        if (!layers.Any(static layer => layer.DependsOnSignal))
        {
            return Resolve(network, layers, signals: null, isDeep: false);
        }

        // What keeps the gradient of GELU and its kin lets fluctuations grow with depth.
        var signals = new List<LayerSignal>();
        IReadOnlyList<ResolvedLayer> resolved = Resolve(network, layers, signals, isDeep: false);
        bool isDeep = layers.Any(static layer => layer is WeightedSpec { Weights.Init: Init.Auto, UseBias: true, BiasStdDev: 0 } && HasCriticalPoint(layer))
            && SeedSpread.Of(network, resolved, signals).Any(static spread => spread.Activation > SeedSpread.Largest);
        return isDeep ? Resolve(network, layers, [], isDeep) : resolved;
    }

    /// <summary>The same network with what its initializers leave open spelled out, so that networks whose declarations mean the same are
    /// equal.</summary>
    /// <param name="network">The network.</param>
    public static NetworkSpec SpellOut(NetworkSpec network) =>
        network with { Layers = new EquatableArray<LayerSpec>(SpellOutLayers(network)) };

    private static LayerSpec[] SpellOutLayers(NetworkSpec network)
    {
        LayerSpec[] layers = [.. network.Layers];
        for (int i = 0; i < layers.Length; i++)
        {
            // The scale of an output is decided by what comes in where that has no scale of its own.
            bool isLeftOpen = i == layers.Length - 1 && layers[i] is WeightedSpec { Weights.Init: Init.Auto }
                && layers[i].Sources(i).First() is >= 0 and var source && !AutoInitializer.IsDecidedBy(layers[source].Activation);
            layers[i] = isLeftOpen ? layers[i] : layers[i].SpellOut();
        }

        return layers;
    }

    // Signals are followed only where an initializer depends on them.
    private static List<ResolvedLayer> Resolve(NetworkSpec network, LayerSpec[] layers, List<LayerSignal>? signals, bool isDeep)
    {
        var resolved = new List<ResolvedLayer>();
        var last = new int[layers.Length]; // of the resolved layers, by number of the declared one
        BigInteger offset = 0;
        BigInteger stateOffset = 0;
        for (int number = 0; number < layers.Length; number++)
        {
            for (int index = 0; index < layers[number].Repeat; index++)
            {
                bool isLast = number == layers.Length - 1 && index == layers[number].Repeat - 1;
                int[] from = index > 0
                    ? [resolved.Count - 1]
                    : [.. layers[number].Sources(number).Select(source => source < 0 ? source : last[source])];
                LayerSpec layer = layers[number];
                if (signals is not null)
                {
                    Signal input = from[0] < 0 ? SignalPropagation.Input(network) : signals[from[0]].Activation;
                    double secondMoment = input.RootMeanSquare * input.RootMeanSquare;
                    layer = layer.Decide(new IncomingSignal
                    {
                        SecondMoment = secondMoment,
                        Passed = from[0] < 0 ? secondMoment
                            : isLast ? Math.Max(secondMoment, 1)
                            : PassedBy(from[0], resolved, signals),
                        IsDeep = isDeep,
                        IsOutput = isLast && from[0] >= 0,
                    });
                }

                resolved.Add(Resolve(layer, index, from, network.Input, resolved, ref offset, ref stateOffset));
                if (signals is not null)
                {
                    Signal signal = SignalPropagation.PreActivationOf(network, resolved[signals.Count], signals.Count, signals);
                    signals.Add(LayerSignal.OfOneInput(layer.Activation.Function, signal));
                }
            }

            last[number] = resolved.Count - 1;
        }

        return resolved;
    }

    // E[φ'(z)²] of all activations since the last weights.
    private static double PassedBy(int layer, List<ResolvedLayer> resolved, List<LayerSignal> signals)
    {
        double passed = signals[layer].Moments.DerivativeSecondMoment;
        while (resolved[layer] is { Weights: null, Spec.Normalizes: false, From: { Count: 1 } from } && from[0] >= 0)
        {
            layer = from[0];
            passed *= signals[layer].Moments.DerivativeSecondMoment;
        }

        return passed;
    }

    private static bool HasCriticalPoint(LayerSpec layer) => layer.Activation.Function.CriticalPoint is not null;

    private static ResolvedLayer Resolve(
        LayerSpec layer, int index, int[] from, Shape input, List<ResolvedLayer> before, ref BigInteger offset, ref BigInteger stateOffset)
    {
        EquatableArray<Shape> inputs = new(from.Select(source => source < 0 ? input : before[source].Output));
        var parameters = new List<Parameter>();
        foreach (Parameter parameter in layer.ParametersOf(inputs))
        {
            bool isState = parameter.Role == ParameterRole.State;
            parameters.Add(parameter with { Offset = (int)(isState ? stateOffset : offset) });
            offset += isState ? 0 : parameter.Count;
            stateOffset += isState ? parameter.Count : 0;
        }

        if (offset > int.MaxValue)
        {
            throw new OverflowException($"'{layer.Name}' ends at parameter {offset}, beyond what an int counts.");
        }

        return new ResolvedLayer
        {
            Name = layer.NameOf(index),
            FileName = layer.FileNameOf(index),
            Spec = layer,
            From = new EquatableArray<int>(from),
            Inputs = inputs,
            Output = layer.OutputOf(inputs),
            Parameters = new EquatableArray<Parameter>(parameters),
        };
    }

    private static BigInteger Count(LayerSpec layer, EquatableArray<Shape> inputs) =>
        layer.ParametersOf(inputs).Where(static parameter => parameter.Role != ParameterRole.State)
            .Aggregate(BigInteger.Zero, static (sum, parameter) => sum + parameter.Count);
}
