using System;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;

namespace InitGen.Definition;

/// <summary>Which arguments of <see cref="WeightedLayerAttribute"/> mean something, by the initializer, the activation and the use of biases.</summary>
internal static class WeightedArguments
{
    /// <summary>The arguments that only some initializers understand.</summary>
    public static ImmutableArray<InitializerArguments> OfInitializers { get; } =
        [.. Enum.GetValues(typeof(InitializerArguments)).Cast<InitializerArguments>().Where(static argument => argument != InitializerArguments.None)];

    /// <summary>Whether an argument means something to a layer. Where its initializer or its activation does not exist, none can be said
    /// not to.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="name">The argument's name.</param>
    public static bool Belongs(LayerSpec layer, string name) => name switch
    {
        nameof(WeightedLayerAttribute.Slope) => layer.Activation.Kind == Activation.LeakyRelu || !Exists(layer.Activation.Kind),
        nameof(WeightedLayerAttribute.Bias) or nameof(WeightedLayerAttribute.BiasStdDev) => layer is not WeightedSpec { UseBias: false },
        _ => layer is not WeightedSpec weighted || !Enum.TryParse(name, out InitializerArguments argument) || !Exists(weighted.Weights.Init)
            || (InitializerDefinition.Of(weighted.Weights.Init).AcceptedArguments & argument) != 0,
    };

    /// <summary>Whether a value is a member of its enumeration, which a cast does not see to.</summary>
    /// <param name="value">The value.</param>
    public static bool Exists<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.IsDefined(typeof(TEnum), value);
}
