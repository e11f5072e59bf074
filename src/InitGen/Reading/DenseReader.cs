using System.Linq;
using System.Threading;
using InitGen.Initialization;
using InitGen.Specification;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>Reads <see cref="DenseAttribute"/>.</summary>
internal sealed class DenseReader : LayerReader
{
    public override string AttributeName => "InitGen.DenseAttribute";

    public override string LayerTypeName => "InitGen.DenseLayer";

    public override string StackTypeName => "InitGen.DenseStack";

    public override LayerSpec Read(string name, bool isStack, AttributeArguments arguments)
    {
        DenseSpec unset = new() { Name = name, Units = 1 };
        return unset with
        {
            IsStack = isStack,
            Repeat = arguments.ValueOf(nameof(DenseAttribute.Repeat), unset.Repeat),
            Units = arguments.ValueOf(nameof(DenseAttribute.Units), unset.Units),
            Activation = new(
                (Activation)arguments.ValueOf(nameof(DenseAttribute.Activation), (int)unset.Activation.Kind),
                arguments.ValueOf(nameof(DenseAttribute.Slope), unset.Activation.Slope)),
            Weights = ReadWeights(arguments),
            UseBias = arguments.ValueOf(nameof(DenseAttribute.UseBias), unset.UseBias),
            Bias = arguments.ValueOf(nameof(DenseAttribute.Bias), unset.Bias),
            BiasStdDev = arguments.ValueOf(nameof(DenseAttribute.BiasStdDev), unset.BiasStdDev),
        };
    }

    private static InitializerSpec ReadWeights(AttributeArguments arguments)
    {
        InitializerSpec unset = new();
        ITypeSymbol? type = arguments.ValueOf<ITypeSymbol?>(nameof(DenseAttribute.Initializer), null);
        return unset with
        {
            Init = (Init)arguments.ValueOf(nameof(DenseAttribute.Init), (int)unset.Init),
            Gain = arguments.ValueOf(nameof(DenseAttribute.Gain), unset.Gain),
            StdDev = arguments.ValueOf(nameof(DenseAttribute.StdDev), unset.StdDev),
            Limit = arguments.ValueOf(nameof(DenseAttribute.Limit), unset.Limit),
            Value = arguments.ValueOf(nameof(DenseAttribute.Value), unset.Value),
            NonZeros = arguments.ValueOf(nameof(DenseAttribute.NonZeros), unset.NonZeros),
            FanMode = (FanMode)arguments.ValueOf(nameof(DenseAttribute.FanMode), (int)unset.FanMode),
            Truncated = arguments.ValueOf(nameof(DenseAttribute.Truncated), unset.Truncated),
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
