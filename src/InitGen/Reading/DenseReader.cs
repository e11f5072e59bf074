using InitGen.Specification;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>Reads <see cref="DenseAttribute"/>.</summary>
internal static class DenseReader
{
    /// <summary>The layer that the attribute declares.</summary>
    /// <param name="property">The property that has it.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="types">The library's types.</param>
    public static DenseSpec Read(IPropertySymbol property, AttributeArguments arguments, WellKnownTypes types)
    {
        DenseSpec unset = new() { Name = property.Name, Units = 1 };
        return unset with
        {
            IsStack = SymbolEqualityComparer.Default.Equals(property.Type, types.DenseStack),
            Repeat = arguments.ValueOf(nameof(DenseAttribute.Repeat), unset.Repeat),
            Units = arguments.ValueOf(nameof(DenseAttribute.Units), unset.Units),
            Activation = (Activation)arguments.ValueOf(nameof(DenseAttribute.Activation), (int)unset.Activation),
            Init = (Init)arguments.ValueOf(nameof(DenseAttribute.Init), (int)unset.Init),
            Gain = arguments.ValueOf(nameof(DenseAttribute.Gain), unset.Gain),
            StdDev = arguments.ValueOf(nameof(DenseAttribute.StdDev), unset.StdDev),
            Limit = arguments.ValueOf(nameof(DenseAttribute.Limit), unset.Limit),
            Value = arguments.ValueOf(nameof(DenseAttribute.Value), unset.Value),
            NonZeros = arguments.ValueOf(nameof(DenseAttribute.NonZeros), unset.NonZeros),
            FanMode = (FanMode)arguments.ValueOf(nameof(DenseAttribute.FanMode), (int)unset.FanMode),
            Truncated = arguments.ValueOf(nameof(DenseAttribute.Truncated), unset.Truncated),
            Slope = arguments.ValueOf(nameof(DenseAttribute.Slope), unset.Slope),
            UseBias = arguments.ValueOf(nameof(DenseAttribute.UseBias), unset.UseBias),
            Bias = arguments.ValueOf(nameof(DenseAttribute.Bias), unset.Bias),
            BiasStdDev = arguments.ValueOf(nameof(DenseAttribute.BiasStdDev), unset.BiasStdDev),
            Initializer = arguments.ValueOf<ITypeSymbol?>(nameof(DenseAttribute.Initializer), null)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        };
    }

    /// <summary>The type that a property with the attribute must have: a stack where layers are repeated or it is declared as one.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="types">The library's types.</param>
    public static INamedTypeSymbol? ViewType(DenseSpec layer, WellKnownTypes types) =>
        layer.IsStack || layer.Repeat != 1 ? types.DenseStack : types.DenseLayer;
}
