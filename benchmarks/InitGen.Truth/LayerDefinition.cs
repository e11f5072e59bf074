using System.Globalization;

namespace InitGen.Truth;

/// <summary>A layer, or a stack of equal ones, as it is written. What is null is not written.</summary>
/// <param name="Units">The number of units.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Init">The initializer.</param>
internal sealed record LayerDefinition(int Units, Activation Activation, Init Init)
{
    /// <summary>How many such layers follow each other.</summary>
    public int Repeat { get; init; } = 1;

    /// <inheritdoc cref="WeightedLayerAttribute.Gain"/>
    public double? Gain { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.StdDev"/>
    public double? StdDev { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.Limit"/>
    public double? Limit { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.Value"/>
    public double? Value { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.NonZeros"/>
    public int? NonZeros { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.FanMode"/>
    public FanMode? FanMode { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.Truncated"/>
    public bool? Truncated { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.Slope"/>
    public double? Slope { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.UseBias"/>
    public bool? UseBias { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.Bias"/>
    public double? Bias { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.BiasStdDev"/>
    public double? BiasStdDev { get; init; }

    /// <summary>The layer as a property.</summary>
    /// <param name="name">Its name.</param>
    public string Code(string name)
    {
        string repeat = Repeat > 1 ? $", Repeat = {Repeat}" : "";
        string arguments = string.Concat(NamedArguments().Select(argument => $", {argument.Name} = {argument.Code}"));
        string type = Repeat > 1 ? nameof(DenseStack) : nameof(DenseLayer);
        return $"[Dense({Units}, Activation.{Activation}, Init.{Init}{arguments}{repeat})] public partial {type} {name} {{ get; }}";
    }

    /// <summary>The layer in short: "9×64 Tanh HeNormal Gain=2".</summary>
    public override string ToString()
    {
        string repeat = Repeat > 1 ? $"{Repeat}×" : "";
        string arguments = string.Concat(NamedArguments().Select(argument => $" {argument.Name}={argument.Code}"));
        return $"{repeat}{Units} {Activation} {Init}{arguments}";
    }

    private IEnumerable<(string Name, string Code)> NamedArguments()
    {
        (string Name, object? Value)[] all =
        [
            (nameof(Gain), Gain), (nameof(StdDev), StdDev), (nameof(Limit), Limit), (nameof(Value), Value), (nameof(NonZeros), NonZeros),
            (nameof(FanMode), FanMode), (nameof(Truncated), Truncated), (nameof(Slope), Slope), (nameof(UseBias), UseBias),
            (nameof(Bias), Bias), (nameof(BiasStdDev), BiasStdDev),
        ];
        return all.Where(argument => argument.Value is not null).Select(argument => (argument.Name, CodeOf(argument.Value!)));
    }

    private static string CodeOf(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        FanMode mode => $"{nameof(FanMode)}.{mode}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No argument is of this type."),
    };
}
