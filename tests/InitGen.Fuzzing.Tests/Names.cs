using System.Globalization;

namespace InitGen.Fuzzing.Tests;

/// <summary>Names and values that are easy to get wrong.</summary>
internal static class Names
{
    /// <summary>The name of a type.</summary>
    public static string Type(Chance chance) => chance.Mostly(
        chance.Of("Net", "Classifier", "Encoder", "Deep"),
        "@class", "Ünïcödé", "名前", "@record", "field", "System", "InitGen", "Layers", "Forward", "_", "A1", "net", "@partial", "Activation", "@event", "Span", "@value", "var1", "@int");

    /// <summary>The name of a layer.</summary>
    public static string Layer(Chance chance, int number) => chance.Mostly(
        $"Hidden{number}",
        "Output", "@return", "Größe", "hidden", "Parameters", "Weights", "ToString", "GetType", "@get", "value", "Item", "LayerTable", "InputSize", "seed", "Hidden0", "Math", "Create", "_parameters", "@ref");

    /// <summary>An integer as code writes it.</summary>
    public static string Integer(Chance chance) => chance.Mostly(
        chance.Of("1", "2", "3", "7", "16", "64", "500"),
        "0", "-1", "int.MaxValue", "int.MinValue", "100000", "46341", "0x10", "1_000", "'a'", "(byte)3", "2 * 3", "int.MaxValue + 1", "1L", "3.0", "\"3\"", "null", "Sizes.Wide", "Width", "Missing", "sizeof(int)", "checked(3 + 4)", "default", "true ? 3 : 4", "(int)Activation.Tanh", "nameof(Width).Length", AnyInteger(chance));

    /// <summary>A number as code writes it.</summary>
    public static string Number(Chance chance) => chance.Mostly(
        chance.Of("0.01", "0.1", "0.5", "1", "2", "0.05", "1e-3"),
        "0", "-1", "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "double.MaxValue", "double.Epsilon", "float.MaxValue", "1e20", "1.1e20", "1e-38", "-0.0", "1e300", "1f", "1m", "'x'", "\"x\"", "null", "Sizes.Small", "1.0 / 3", "0.0 / 0", "System.Math.PI", "Missing", "1e400", "");

    /// <summary>A member of an enumeration as code writes it, or something cast to it.</summary>
    public static string Member(Chance chance, string enumeration, params string[] members) => chance.OneIn(12)
        ? $"({enumeration})({chance.Of("99", "-1", "int.MaxValue", "3", "0", "(byte)2", "'a'", AnyInteger(chance))})"
        : chance.Mostly($"{enumeration}.{chance.Of(members)}", $"InitGen.{enumeration}.{chance.Of(members)}", $"global::InitGen.{enumeration}.{chance.Of(members)}", chance.Of(members), $"{enumeration}.Missing", $"default({enumeration})", $"{enumeration}.", $"({enumeration}.{chance.Of(members)})");

    private static string AnyInteger(Chance chance) => chance.Integer().ToString(CultureInfo.InvariantCulture);
}
