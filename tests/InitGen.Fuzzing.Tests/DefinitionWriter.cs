using System;
using System.Collections.Generic;
using System.Text;

namespace InitGen.Fuzzing.Tests;

/// <summary>Writes one network at random.</summary>
/// <param name="chance">What decides.</param>
/// <param name="text">Where it is written.</param>
internal sealed class DefinitionWriter(Chance chance, StringBuilder text)
{
    private static readonly string[] Activations = Enum.GetNames<Activation>();
    private static readonly string[] Initializers = Enum.GetNames<Init>();
    private static readonly string[] FanModes = Enum.GetNames<FanMode>();

    /// <summary>Writes a network.</summary>
    /// <param name="name">The name of its type.</param>
    public void Write(string name)
    {
        Document("");
        text.Append(chance.Mostly(
            $"[{chance.Mostly("Network", "NetworkAttribute", "InitGen.Network", "global::InitGen.NetworkAttribute", "Net")}({chance.Mostly($"{chance.Mostly("", "inputSize: ")}{Names.Integer(chance)}", Map(), Map(), "", "Channels = 3, Length = 10", "Height = 5", "1, 2")}{InputArguments()})]\n",
            "[Network]\n", "[Network()]\n", "", "[System.Obsolete, Network(3)]\n", "[Network(3)][Network(4)]\n", "[Network(3, 4)]\n", "[Network(\n"));
        text.Append($"{chance.Mostly("public sealed ", "", "internal ", "public ", "static ", "abstract ", "file ", "sealed ", "private ", "unsafe ", "readonly ", "new ")}{chance.Mostly("partial ", "")}{chance.Mostly("class", "record", "struct", "record struct", "interface", "ref struct", "enum")} {name}{chance.Mostly("", "<T>", "(int size)", " : Base", " : System.IDisposable", " : object", " : Missing", " where T : class")}\n{{\n");
        int layers = chance.Mostly(chance.Of(1, 2, 3, 4, 6), 0, 12);
        for (int layer = 0; layer < layers; layer++)
        {
            if (chance.OneIn(25))
            {
                text.Append(chance.Of(
                    "    const int Width = 8;\n", "    private const int Width = Sizes.Wide;\n", "    public void Train(System.ReadOnlySpan<float> inputs) { }\n", "    int Layers;\n", "    void Forward() { }\n",
                    "    public override string ToString() => \"\";\n", "    class Parameters { }\n", "    static int s_count = 3;\n", "#region Layers\n#endregion\n", "#pragma warning disable INIT2003\n", "    public required int Size { get; init; }\n",
                    $"    public {name}(ulong seed) {{ }}\n", $"    public {name}(int seed) : this((ulong)seed) {{ }}\n", "    public System.Span<float> Weights => default;\n", "#if DEBUG\n    int _debug;\n#endif\n", "    delegate void InputSize();\n", "    enum Backward { }\n", "    [Dense(3)] int _field;\n", "    int this[int i] => i;\n", "    ~Net() { }\n"));
            }

            WriteLayer(layer);
        }

        text.Append("}\n");
    }

    /// <summary>Writes a block that networks use.</summary>
    /// <param name="name">The name of its type.</param>
    public void WriteBlock(string name)
    {
        Document("");
        text.Append(chance.Mostly("[Residual]\n", "[Residual(Activation.Relu)]\n", "[Sequential]\n", $"[Residual(BranchScale = {chance.Of("Scale.PerDepth", Names.Number(chance))})]\n", "[Residual(IsOptional = true)]\n", "[Residual, Sequential]\n", "[Residual]\n[Network(3)]\n", "[Residual(3)]\n"));
        text.Append($"{chance.Mostly("", "public ", "static ", "sealed ")}{chance.Mostly("partial ", "")}{chance.Mostly("class", "record", "struct")} {name}{chance.Mostly("", "<T>", "(int size)")}\n{{\n");
        for (int layer = 0; layer < chance.Mostly(2, 0, 1, 3, 4); layer++)
        {
            string size = chance.Mostly("Block.InputUnits", "Block.Units", "Block.Channels", "Block.Stride", Names.Integer(chance));
            string attribute = chance.Mostly($"Dense({size}, {Names.Member(chance, "Activation", Activations)})", $"Dense({size}, Expand = {Names.Integer(chance)})", $"Conv2d({size}, 3, Stride = Block.Stride, Padding = 1)", "BatchNorm", "Concat(Block.Input)", $"Block({size})");
            string type = attribute.StartsWith("Dense", StringComparison.Ordinal) ? "DenseLayer" : attribute.StartsWith("Block", StringComparison.Ordinal) ? name : "Layer";
            text.Append($"    [{chance.Mostly("", "", "Shortcut, ", "Name(\"a\"), ", "Name(null), ")}{attribute}] public partial {chance.Mostly(type, "Layer", "DenseStack")} {Names.Layer(chance, layer)} {{ get; }}\n");
        }

        text.Append("}\n");
    }

    private string Map() => chance.Mostly("3, 8, 8", $"{Names.Integer(chance)}, {Names.Integer(chance)}, {Names.Integer(chance)}", "1, 4, 5, 6", "int.MaxValue, int.MaxValue, int.MaxValue");

    private string InputArguments() => chance.Mostly(
        "", $", InputStdDev = {Names.Number(chance)}", $", InputMean = {Names.Number(chance)}", ", InputMean = 1, InputStdDev = 2", ", InputMean = 1, InputMean = 2", ", Missing = 3");

    private void WriteLayer(int number)
    {
        Document("    ");
        if (number > 0 && chance.OneIn(10))
        {
            WriteSum(number);
            return;
        }

        if (chance.OneIn(6))
        {
            WriteOther(number);
            return;
        }

        bool isStack = chance.OneIn(5);
        string activation = chance.Of(Activations);
        string init = chance.Of(Initializers);
        List<string> arguments = [$"{chance.Mostly("", "units: ")}{Names.Integer(chance)}"];
        if (!chance.OneIn(6))
        {
            arguments.Add(Names.Member(chance, "Activation", activation));
        }

        if (chance.OneIn(2))
        {
            string prefix = arguments.Count == 2 && !arguments[0].StartsWith("units:", StringComparison.Ordinal) ? chance.Mostly("", "init: ") : "init: ";
            arguments.Add(prefix + Names.Member(chance, "Init", init));
            arguments.AddRange(Needed(init));
        }

        if (isStack)
        {
            arguments.Add($"Repeat = {Names.Integer(chance)}");
        }

        if (chance.OneIn(15))
        {
            arguments.Add($"From = {Source(number)}");
        }

        if (chance.OneIn(16))
        {
            arguments.Add($"FanMode = {Names.Member(chance, "FanMode", FanModes)}");
        }

        if (chance.OneIn(12))
        {
            arguments.Add(AnyArgument());
        }

        if (chance.OneIn(40))
        {
            arguments.Reverse();
        }

        string attribute = $"[{chance.Mostly("Dense", "DenseAttribute", "InitGen.Dense", "global::InitGen.DenseAttribute")}({string.Join(chance.Mostly(", ", ",", ",\n        ", " /* , */ , "), arguments)})]";
        string property = $"{chance.Mostly("public ", "internal ", "", "private ", "protected ", "static ", "virtual ", "required ", "unsafe ", "new ")}{chance.Mostly("partial ", "")}{chance.Mostly(isStack ? "DenseStack" : "DenseLayer", "DenseLayer", "DenseStack", "InitGen.DenseLayer", "int", "DenseLayer?", "ref DenseLayer", "Missing", "var", "dynamic")} {Names.Layer(chance, number)} {chance.Mostly("{ get; }", "{ get; set; }", "{ get; init; }", "=> default;", "{ get => default; }", "{ set { } }", "{ private get; }", "{ }", ";", "{ get; } = default;", "{ readonly get; }")}";
        text.Append($"    {chance.Mostly("", "[System.Obsolete] ", "[Missing] ", "[Dense(3)] ", "// ", "[System.ComponentModel.Description(\"x\")]\n    ")}{chance.Mostly(attribute, attribute + "\n   ", "[Dense]", "[Dense()]", "[Dense(3, ]", "")} {property}\n");
    }

    private void WriteSum(int number)
    {
        string others = chance.Mostly(Source(number), "", $"{Source(number)}, {Source(number)}", $"new[] {{ {Source(number)} }}", "null", "3");
        string named = chance.Mostly("", $", From = {Source(number)}", $", Activation = {Names.Member(chance, "Activation", Activations)}", ", Slope = 0.1", $", Repeat = {Names.Integer(chance)}");
        text.Append($"    [{chance.Mostly(chance.Of("Add", "Concat"), "AddAttribute", "InitGen.Concat")}({others}{named})] public partial {chance.Mostly("Layer", "LayerStack", "DenseLayer", "int")} {Names.Layer(chance, number)} {{ get; }}\n");
    }

    private void WriteOther(int number)
    {
        string activation = Names.Member(chance, "Activation", Activations);
        string size = Names.Integer(chance);
        string kernel = chance.Mostly(chance.Of("1", "2", "3", "5"), Names.Integer(chance));
        string window = chance.Mostly("", $", Stride = {chance.Mostly("2", Names.Integer(chance))}", ", Padding = 1", $", Dilation = {Names.Integer(chance)}", $", Groups = {Names.Integer(chance)}", ", KernelHeight = 2", ", Padding = int.MaxValue");
        string axes = chance.Mostly("2d", "1d", "3d", "4d");
        string attribute = chance.Of(
            $"Conv{axes}({size}, {kernel}, {activation}{window})", $"Conv{axes}({size}, {kernel}, {activation}, {Names.Member(chance, "Init", Initializers)}{window})",
            $"DepthwiseConv{axes}({kernel}, {activation}{window}, Multiplier = {size})",
            $"ConvTranspose{axes}({size}, {kernel}, {activation}{window}{chance.Mostly("", ", OutputPadding = 1", $", OutputPadding = {Names.Integer(chance)}", ", OutputPaddingWidth = 1")})",
            $"Dropout({chance.Mostly("0.5", Names.Number(chance))})",
            $"MaxPool{axes}({kernel})", $"AvgPool{axes}({kernel}, CountPadding = {chance.Mostly("false", "1")})", "GlobalAvgPool", "Flatten",
            $"BatchNorm({activation})", "BatchNorm", $"LayerNorm(Scale = {Names.Number(chance)})", $"RmsNorm(Epsilon = {Names.Number(chance)})", $"GroupNorm({size})",
            $"Block({chance.Mostly("", size, "Block.Channels", "64")})", $"Block({size}, Repeat = {Names.Integer(chance)})", $"Block({chance.Mostly("", size + ", ")}Stride = {Names.Integer(chance)})");
        string type = attribute.StartsWith("Block", StringComparison.Ordinal)
            ? attribute.Contains("Repeat", StringComparison.Ordinal) ? "BlockStack<Branch>" : chance.Mostly("Branch", "BlockStack<Branch>", "BlockStack<int>", "BlockStack<Missing>")
            : "Layer";
        text.Append($"    [{attribute}] public partial {chance.Mostly(type, "Layer", "LayerStack", "DenseLayer")} {Names.Layer(chance, number)} {{ get; }}\n");
    }

    private string Source(int number) => chance.Mostly(
        $"\"Hidden{chance.Of(0, number - 1, number, number / 2)}\"", $"nameof(Hidden{number - 1})", "\"Output\"", "\"\"", "null", "nameof(Missing)", "\"Missing\"", "3");

    private IEnumerable<string> Needed(string init)
    {
        if (chance.OneIn(30))
        {
            yield break;
        }

        switch (init)
        {
            case nameof(Init.Normal) or nameof(Init.TruncatedNormal):
                yield return $"StdDev = {Names.Number(chance)}";
                break;
            case nameof(Init.Uniform):
                yield return $"Limit = {Names.Number(chance)}";
                break;
            case nameof(Init.Constant):
                yield return $"Value = {Names.Number(chance)}";
                break;
            case nameof(Init.Sparse):
                yield return $"NonZeros = {Names.Integer(chance)}";
                yield return $"StdDev = {Names.Number(chance)}";
                break;
            case nameof(Init.Custom):
                yield return $"Initializer = {InitializerType()}";
                break;
        }
    }

    private string InitializerType() =>
        chance.Mostly("typeof(Own)", "typeof(int)", "typeof(Missing)", "null", "typeof(System.Collections.Generic.List<>)", "typeof(Own[])", "typeof(void)", "typeof(IWeightInitializer)", "\"Own\"", "typeof()");

    private string AnyArgument() => chance.Of(
        $"Gain = {Names.Number(chance)}", $"StdDev = {Names.Number(chance)}", $"Limit = {Names.Number(chance)}", $"Value = {Names.Number(chance)}",
        $"NonZeros = {Names.Integer(chance)}", $"FanMode = {Names.Member(chance, "FanMode", FanModes)}", $"Truncated = {chance.Mostly("true", "false", "1", "!true")}",
        $"Slope = {Names.Number(chance)}", $"UseBias = {chance.Mostly("false", "true", "null")}", $"Bias = {Names.Number(chance)}", $"BiasStdDev = {Names.Number(chance)}",
        $"Initializer = {InitializerType()}", $"Repeat = {Names.Integer(chance)}", "Missing = 1", "Activation = Activation.Relu", "3");

    private void Document(string indent)
    {
        if (chance.OneIn(6))
        {
            text.Append(indent).Append(chance.Of(
                "/// <summary>A layer.</summary>\n", "/// <summary>See <see cref=\"Sizes\"/> and <see cref=\"Missing\"/>.</summary>\n", "/// <summary>Broken.\n", "/// <remarks>a &lt; b</remarks>\n",
                "/** <summary>Block.</summary> */\n", "/// <inheritdoc/>\n", "/// <include file=\"missing.xml\" path=\"doc\"/>\n", "/// Text\n", "/// <summary>\n" + indent + "/// Two\n" + indent + "/// lines.\n" + indent + "/// </summary>\n"));
        }
    }
}
