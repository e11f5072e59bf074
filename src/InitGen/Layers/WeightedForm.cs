using System.Linq;
using System.Threading;
using InitGen.Initialization;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Layers;

/// <summary>What the attributes of all layers with weights have in common, <see cref="WeightedLayerAttribute"/>.</summary>
internal abstract class WeightedForm : LayerForm
{
    /// <summary>The layer with what only its kind has.</summary>
    /// <inheritdoc cref="LayerForm.Read(string, AttributeArguments)"/>
    private protected abstract WeightedSpec ReadWeighted(string name, AttributeArguments arguments);

    private protected sealed override LayerSpec Read(string name, AttributeArguments arguments)
    {
        WeightedSpec unset = ReadWeighted(name, arguments);
        return unset with
        {
            Weights = ReadWeights(arguments),
            UseBias = arguments.ValueOf(nameof(WeightedLayerAttribute.UseBias), unset.UseBias),
            Bias = arguments.ValueOf(nameof(WeightedLayerAttribute.Bias), unset.Bias),
            BiasStdDev = arguments.ValueOf(nameof(WeightedLayerAttribute.BiasStdDev), unset.BiasStdDev),
        };
    }

    private static InitializerSpec ReadWeights(AttributeArguments arguments)
    {
        InitializerSpec unset = new();
        ITypeSymbol? type = arguments.ValueOf<ITypeSymbol?>(nameof(WeightedLayerAttribute.Initializer), null);
        return unset with
        {
            Init = (Init)arguments.ValueOf(nameof(WeightedLayerAttribute.Init), (int)unset.Init),
            Gain = arguments.ValueOf(nameof(WeightedLayerAttribute.Gain), unset.Gain),
            StdDev = arguments.ValueOf(nameof(WeightedLayerAttribute.StdDev), unset.StdDev),
            Limit = arguments.ValueOf(nameof(WeightedLayerAttribute.Limit), unset.Limit),
            Value = arguments.ValueOf(nameof(WeightedLayerAttribute.Value), unset.Value),
            NonZeros = arguments.ValueOf(nameof(WeightedLayerAttribute.NonZeros), unset.NonZeros),
            FanMode = (FanMode)arguments.ValueOf(nameof(WeightedLayerAttribute.FanMode), (int)unset.FanMode),
            Truncated = arguments.ValueOf(nameof(WeightedLayerAttribute.Truncated), unset.Truncated),
            Type = type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            TypeVariance = type is null ? null : ReadVariance(type),
        };
    }

    private static DeclaredVariance? ReadVariance(ITypeSymbol initializer)
    {
        AttributeData? attribute = initializer.GetAttributes().FirstOrDefault(
            static attribute => attribute.AttributeClass?.ToDisplayString() == TypeNames.WeightVarianceAttribute);
        if (attribute is null || new AttributeArguments(attribute, CancellationToken.None) is not { IsUnderstood: true } arguments)
        {
            return null;
        }

        return new DeclaredVariance(
            arguments.ValueOf(nameof(WeightVarianceAttribute.Variance), double.NaN),
            (FanMode)arguments.ValueOf(nameof(WeightVarianceAttribute.FanMode), (int)FanMode.Default),
            arguments.ValueOf(nameof(WeightVarianceAttribute.Mean), 0.0));
    }
}
