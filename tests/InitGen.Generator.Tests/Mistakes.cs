using System.Collections.Generic;

namespace InitGen.Generator.Tests;

/// <summary>Networks with one mistake each, by the id of the error that explains it. They need <c>global using InitGen</c>.</summary>
internal static class Mistakes
{
    /// <summary>Mistakes that the compiler has words for itself, so that it does not get as far as running analyzers on the command line.</summary>
    public static IReadOnlyList<(string Id, string Source)> ThatTheCompilerReportsToo { get; } =
    [
        ("INIT1001", Network("class Net")),
        ("INIT1001", "class Outer { " + Network("partial class Net") + " }"),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public DenseLayer Hidden { get; }")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public partial DenseLayer this[int index] { get; }")),
        ("INIT1009", Network("static partial class Net")),
        ("INIT1009", "[System.Runtime.InteropServices.ComImport, System.Runtime.InteropServices.Guid(\"11111111-1111-1111-1111-111111111111\")]" + Network("partial class Net")),
        ("INIT1009", Network("file partial class Net")),
        ("INIT1011", Network("partial class Net", members: "[Dense(3)] public partial DenseLayer Forward { get; } int Forward;")),
    ];

    /// <summary>Mistakes that only a rule explains.</summary>
    public static IReadOnlyList<(string Id, string Source)> ThatOnlyRulesReport { get; } =
    [
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public DenseLayer Hidden => default;")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public partial DenseLayer Hidden { get; set; }")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public partial DenseLayer Hidden { get; private set; }")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public partial DenseLayer Hidden { init; }")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public static partial DenseLayer Hidden { get; }")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public partial int Hidden { get; }")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public partial string? Hidden { get; }")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public partial ref readonly int Hidden { get; }")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3, Repeat = 2)] public partial DenseLayer Hidden { get; }")),
        ("INIT1002", Network("partial class Net", layer: "[Dense(3)] public partial DenseLayer Hidden { get; } public partial DenseLayer Hidden => default;")),
        ("INIT1002", Network("partial class Net", members: "public partial DenseLayer Forgotten { get; }")),
        ("INIT1002", Network("partial class Net", members: "public partial DenseStack Forgotten { get; }")),
        ("INIT1003", Network("partial class Net", inputs: "0")),
        ("INIT1003", Network("partial class Net", inputs: "int.MinValue")),
        ("INIT1003", Network("partial class Net", inputs: "")),
        ("INIT1003", Network("partial class Net", inputs: "1, 0, 28", layer: "[Flatten] public partial Layer Flat { get; }")),
        ("INIT1003", Network("partial class Net", inputs: "Channels = -1, Length = 10", layer: "[Flatten] public partial Layer Flat { get; }")),
        ("INIT1003", Map("[Conv2d(0, 3)]")),
        ("INIT1003", Map("[Conv2d(4, 0)]")),
        ("INIT1003", Map("[Conv2d(4, 3, Stride = 0)]")),
        ("INIT1003", Map("[Conv2d(4, 3, Dilation = -1)]")),
        ("INIT1003", Map("[Conv2d(4, 3, Groups = 0)]")),
        ("INIT1003", Map("[DepthwiseConv2d(3, Multiplier = 0)]")),
        ("INIT1003", Map("[ConvTranspose2d(0, 3)]")),
        ("INIT1003", Map("[ConvTranspose2d(4, 3, Stride = -2)]")),
        ("INIT1003", Map("[GroupNorm(0)]")),
        ("INIT1003", Layer("0")),
        ("INIT1003", Layer("-1, Activation.Relu, Init.Identity")),
        ("INIT1003", Layer("3, Activation.Relu, Init.Sparse, NonZeros = 0, StdDev = 1")),
        ("INIT1003", Stack("3, Repeat = 0")),
        ("INIT1003", Stack("3, Repeat = int.MinValue")),
        ("INIT1004", "[Network(3)] partial class Net { }"),
        ("INIT1004", "[Network(3)] partial class Net { public partial DenseLayer Hidden { get; } }"),
        ("INIT1005", Network("partial class Net") + "partial class Net { [Dense(3)] public partial DenseLayer Second { get; } }"),
        ("INIT1006", Layer("3, Activation.Relu, Init.Normal")),
        ("INIT1006", Layer("3, Activation.Relu, Init.HeNormal, StdDev = 1")),
        ("INIT1006", Layer("3, StdDev = 1")),
        ("INIT1006", Layer("3, Gain = 1")),
        ("INIT1006", Layer("3, Activation.Relu, Slope = 0.1")),
        ("INIT1006", Layer("3, UseBias = false, Bias = 1")),
        ("INIT1006", Layer("3, UseBias = false, BiasStdDev = 0")),
        ("INIT1006", Layer("3, Activation.Relu, Init.Sparse, StdDev = 1")),
        ("INIT1006", Layer("3, Activation.Relu, Init.Custom")),
        ("INIT1006", Layer("3, Activation.Relu, Init.Custom, Initializer = null")),
        ("INIT1006", Layer("3, Activation.Relu, Init.Orthogonal, FanMode = FanMode.In")),
        ("INIT1007", Network("partial class Net", inputs: "3, InputStdDev = -1")),
        ("INIT1007", Network("partial class Net", inputs: "3, InputStdDev = double.NaN")),
        ("INIT1007", Network("partial class Net", inputs: "3, InputMean = double.NegativeInfinity")),
        ("INIT1007", Layer("3, (Activation)99")),
        ("INIT1007", Layer("3, (Activation)(-1), (Init)99")),
        ("INIT1007", Layer("3, Activation.Relu, Init.HeNormal, FanMode = (FanMode)7")),
        ("INIT1007", Layer("3, Activation.Relu, Init.Normal, StdDev = 0")),
        ("INIT1007", Layer("3, Activation.Relu, Init.Normal, StdDev = -0.1")),
        ("INIT1007", Layer("3, Activation.Relu, Init.Normal, StdDev = 1.1e20")),
        ("INIT1007", Layer("3, Activation.Relu, Init.Normal, StdDev = 1e-50")),
        ("INIT1007", Layer("3, Activation.Relu, Init.Uniform, Limit = double.PositiveInfinity")),
        ("INIT1007", Layer("3, Activation.Relu, Init.Constant, Value = double.NaN")),
        ("INIT1007", Layer("3, Activation.Relu, Init.HeNormal, Gain = 0")),
        ("INIT1007", Layer("3, Activation.LeakyRelu, Slope = double.NaN")),
        ("INIT1007", Layer("3, Bias = double.NaN")),
        ("INIT1007", Layer("3, BiasStdDev = -1")),
        ("INIT1007", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(Own)") + Initializer("[WeightVariance(0)] class Own")),
        ("INIT1007", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(Own)") + Initializer("[WeightVariance(double.NaN)] class Own")),
        ("INIT1007", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(Own)") + Initializer("[WeightVariance(1, (FanMode)7)] class Own")),
        ("INIT1007", Map("[Conv2d(4, 3, Padding = -1)]")),
        ("INIT1007", Map("[ConvTranspose2d(4, 3, OutputPadding = -1)]")),
        ("INIT1007", Map("[BatchNorm(Epsilon = 0)]")),
        ("INIT1007", Map("[BatchNorm((Activation)99)]")),
        ("INIT1007", Map("[BatchNorm(Momentum = 1.5)]")),
        ("INIT1007", Graph("[Dropout(1)]")),
        ("INIT1007", Graph("[Dropout(-0.1)]")),
        ("INIT1007", Graph("[Dropout(double.NaN)]")),
        ("INIT1007", Graph("[LayerNorm(Scale = double.NaN)]")),
        ("INIT1007", Network("partial class Net", inputs: "1, 8, 8, InputCorrelation = 2", layer: "[Flatten] public partial Layer Flat { get; }")),
        ("INIT1008", Network("partial class Net", inputs: "int.MaxValue")),
        ("INIT1008", Network("partial class Net", inputs: "3, 40000, 40000", layer: "[Flatten] public partial Layer Flat { get; }")),
        ("INIT1008", Map("[DepthwiseConv2d(3, Multiplier = int.MaxValue)]")),
        ("INIT1008", Map("[ConvTranspose2d(4, 3, Stride = 10000)]")),
        ("INIT1008", Layer("int.MaxValue")),
        ("INIT1008", Stack("int.MaxValue, Repeat = 10000")),
        ("INIT1008", Stack("1, Repeat = 10001")),
        ("INIT1008", Stack("1, Repeat = int.MaxValue")),
        ("INIT1009", Network("partial struct Net")),
        ("INIT1009", Network("ref partial struct Net")),
        ("INIT1009", Network("partial record Net")),
        ("INIT1009", Network("partial record struct Net")),
        ("INIT1009", Network("partial interface Net")),
        ("INIT1009", Network("abstract partial class Net")),
        ("INIT1009", Network("partial class Net<T>")),
        ("INIT1009", Network("partial class Net : Module") + "class Module(int depth) { public int Depth => depth; }"),
        ("INIT1009", Network("partial class Net : Module") + "class Module { private Module() { } }"),
        ("INIT1009", Network("partial class Net : Module") + Network("partial class Module")),
        ("INIT1009", Network("partial class Net : Module") + "class Module { protected Module(int depth = 1) { } protected Module(string name = \"\") { } }"),
        ("INIT1009", Network("partial class Net : Module") + "class Module { [System.Obsolete(\"\", true)] public Module() { } }"),
        ("INIT1009", "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]" + Network("partial class Net")),
        ("INIT1009", "[System.Runtime.InteropServices.StructLayout((short)2)]" + Network("partial class Net")),
        ("INIT1009", Network("partial class Net", members: "public required int Depth { get; init; }")),
        ("INIT1009", Network("partial class Net : Module") + "class Module { public required int Depth; }"),
        ("INIT1010", Layer("3), Dense(4")),
        ("INIT1010", "partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }"),
        ("INIT1010", "partial struct Net<T> { [Dense(3)] public partial DenseLayer Hidden { get; } [Dense(3)] public int Number => 3; }"),
        ("INIT1010", Network("partial class Net", members: "partial class Inner { [Dense(3)] public partial DenseLayer Hidden { get; } }")),
        ("INIT1011", Network("partial class Net", members: "public void Initialize(ulong number) { }")),
        ("INIT1011", Network("partial class Net", members: "public int Layers => 3;")),
        ("INIT1011", Network("partial class Net", members: "class Parameters;")),
        ("INIT1011", Network("partial class Net", members: "void LayerTable() { }")),
        ("INIT1011", Network("partial class Net", members: "int _parameterMemory;")),
        ("INIT1011", Network("partial class Net", members: "enum Forward { Slowly }")),
        ("INIT1011", Network("partial class Net", members: "object get_Layers() => this;")),
        ("INIT1011", Network("partial class Net", members: "const string ParameterCount = \"\";")),
        ("INIT1011", Network("partial class Net", members: "event System.Action? Backward;")),
        ("INIT1011", Network("partial class Net", members: "Net(ulong seed) { }")),
        ("INIT1011", Network("partial class Net", members: "public Net(System.Memory<float> memory) { }")),
        ("INIT1011", Network("partial class Net(int depth)", members: "int Depth => depth;")),
        ("INIT1011", Network("partial class Forward")),
        ("INIT1011", Network("partial class Net", inputs: "3, 8, 8", members: "public int State => 3;", layer: "[BatchNorm] public partial Layer A { get; } [Flatten] public partial Layer B { get; }")),
        ("INIT1011", Network("partial class Net", members: "public int Step => 3;", layer: "[Dropout(0.5)] public partial Layer A { get; } [Dense(2)] public partial DenseLayer B { get; }")),
        ("INIT1011", Network("partial class Net", members: "public void Infer(System.ReadOnlySpan<float> a, System.Span<float> b) { }", layer: "[Dropout(0.5)] public partial Layer A { get; } [Dense(2)] public partial DenseLayer B { get; }")),
        ("INIT1011", Network("partial class Net", layer: "[Dense(3)] public partial DenseLayer Layers { get; }")),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(int)")),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(int[])")),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(void)")),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(IWeightInitializer)")),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(System.Collections.Generic.List<>)")),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(Own<>)") + Initializer("class Own<T>")),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(Own)") + Initializer("file class Own")),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(Own)") + Initializer("ref struct Own")),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(Own<Hidden[]>)") + Initializer("class Own<T>") + "file class Hidden;"),
        ("INIT1013", Layer("3, Activation.Relu, Init.Custom, Initializer = typeof(Outer<Hidden>.Own)") + "class Outer<T> { internal " + Initializer("class Own") + " } file class Hidden;"),
        ("INIT1013", Network("unsafe partial class Net", layer: "[Dense(3, Activation.Relu, Init.Custom, Initializer = typeof(Own<int*[]>))] public partial DenseLayer Hidden { get; }") + Initializer("class Own<T>")),
        ("INIT1013", Network("unsafe partial class Net", layer: "[Dense(3, Activation.Relu, Init.Custom, Initializer = typeof(Own<delegate*<int>[]>))] public partial DenseLayer Hidden { get; }") + Initializer("class Own<T>")),
        ("INIT1014", Layer("4, Activation.Relu, Init.Identity")),
        ("INIT1014", Layer("3, Activation.Relu, Init.DeltaOrthogonal")),
        ("INIT1014", Layer("3, Activation.Relu, Init.Dirac")),
        ("INIT1014", Network("partial class Net", inputs: "5, 8, 8", layer: "[Conv2d(4, 3, Activation.Relu, Init.DeltaOrthogonal)] public partial Layer Last { get; }")),
        ("INIT1014", Stack("3, Activation.Softmax, Repeat = 2")),
        ("INIT1014", Network("partial class Net", layer: "[Dense(3, Activation.Softmax)] public partial DenseLayer Hidden { get; } [Dense(3)] public partial DenseLayer Last { get; }")),
        ("INIT1014", Network("partial class Net", inputs: "3, 8, 8", layer: "[Conv2d(4, 3, Activation.Softmax)] public partial Layer Last { get; }")),
        ("INIT1015", Network("partial class Net", layer: "[Dense(3)] public partial DenseLayer oO8g8b8aX4H { get; } [Dense(3)] public partial DenseLayer t_AwzdNsk_X { get; }")),
        ("INIT1017", Graph("[Add(nameof(First))]", units: 4)),
        ("INIT1017", Graph("[Add]")),
        ("INIT1017", Graph("[Conv2d(3, 3)]")),
        ("INIT1017", Graph("[Concat]")),
        ("INIT1017", Network("partial class Net", inputs: "3, 8, 8", layer: """
            [Conv2d(4, 1)] public partial Layer A { get; }
            [Conv2d(4, 3)] public partial Layer B { get; }
            [Concat(nameof(A))] public partial Layer C { get; }
            """)),
        ("INIT1017", Network("partial class Net", inputs: "3, 8, 8", layer: """
            [Conv2d(4, 3, Repeat = 4)] public partial LayerStack Convs { get; }
            [GlobalAvgPool] public partial Layer Last { get; }
            """)),
        ("INIT1017", Graph("[MaxPool1d(2)]")),
        ("INIT1017", Map("[Conv2d(4, 9)]")),
        ("INIT1017", Map("[Conv2d(4, 3, Dilation = 4)]")),
        ("INIT1017", Map("[Conv2d(4, 3, Groups = 2)]")),
        ("INIT1017", Map("[Conv1d(4, 3)]")),
        ("INIT1017", Map("[DepthwiseConv2d(9)]")),
        ("INIT1017", Map("[ConvTranspose2d(4, 3, Stride = 2, OutputPadding = 2)]")),
        ("INIT1017", Map("[ConvTranspose2d(4, 3, Padding = 5)]")),
        ("INIT1017", Map("[ConvTranspose2d(4, 3, Groups = 2)]")),
        ("INIT1017", Map("[ConvTranspose1d(4, 3)]")),
        ("INIT1017", Map("[MaxPool2d(9)]")),
        ("INIT1017", Map("[MaxPool2d(2, Padding = 2)]")),
        ("INIT1017", Map("[LayerNorm]")),
        ("INIT1017", Map("[GroupNorm(2)]")),
        ("INIT1017", Network("partial class Net", layer: "[Dense(1)] public partial DenseLayer One { get; } [LayerNorm] public partial Layer Norm { get; } [Dense(2)] public partial DenseLayer Last { get; }")),
        ("INIT1017", Network("partial class Net", inputs: "1, 8, 8")),
        ("INIT1017", Graph("[Add(null)]")),
        ("INIT1018", Blocks("Branch", use: "[Block(2)] public partial Layer First { get; }")),
        ("INIT1018", Blocks("Branch", use: "[Block(2, Repeat = 2)] public partial LayerStack First { get; }")),
        ("INIT1018", Blocks("Branch", members: "[Block] public partial Branch Inner { get; }")),
        ("INIT1018", Blocks("Branch", members: "[Block] public partial Other Inner { get; }") + "[Sequential] partial class Other { [Block] public partial Branch Inner { get; } }"),
        ("INIT1002", Blocks("Branch", use: "[Block(2, Repeat = 2)] public partial Branch First { get; }")),
        ("INIT1002", Blocks("Branch", use: "[Block(2)] public BlockStack<Branch> First { get; }")),
        ("INIT1002", Blocks("Branch", members: "[Flatten] public Layer Flat => default;")),
        ("INIT1003", Blocks("Branch", use: "[Block(0)] public partial Branch First { get; }")),
        ("INIT1003", Blocks("Branch", use: "[Block(2, Stride = 0)] public partial Branch First { get; }")),
        ("INIT1003", Blocks("Branch", use: "[Block(2, Repeat = 0)] public partial BlockStack<Branch> First { get; }")),
        ("INIT1003", Blocks("Branch", members: "[Dense(Block.InputUnits, Expand = 0)] public partial DenseLayer Last { get; }")),
        ("INIT1004", Blocks("Empty") + "[Residual] partial class Empty;"),
        ("INIT1006", Blocks("Branch", members: "[Dense(Block.InputUnits, Limit = 3)] public partial DenseLayer Last { get; }")),
        ("INIT1008", Blocks("Branch", use: "[Block(2, Repeat = 2_000_000_000)] public partial BlockStack<Branch> First { get; }")),
        ("INIT1009", Blocks("Branch<int>", block: "partial class Branch<T>")),
        ("INIT1010", Blocks("Branch", members: "[Shortcut, Flatten] public partial Layer Flat { get; }", attribute: "Sequential")),
        ("INIT1011", Blocks("Branch", members: "int _layers;")),
        ("INIT1011", Blocks("Branch", block: "partial class Branch(int depth)", members: "int Depth => depth;")),
        ("INIT1017", Blocks("Branch", members: "[Dense(7)] public partial DenseLayer Last { get; }")),
        ("INIT1019", Blocks("Branch", members: "[Concat(\"Block.Inputs\")] public partial Layer Both { get; }")),
        ("INIT1019", Blocks("Branch", members: "[Dense(Block.InputUnits, From = nameof(Up))] public partial DenseLayer Last { get; }")),
        ("INIT1019", Blocks("Branch", use: "[Block(2, From = \"Hidden\")] public partial Branch First { get; }")),
        ("INIT1020", Layer("Block.Units")),
        ("INIT1020", Network("partial class Net", layer: "[Dense(3, Expand = Block.Stride)] public partial DenseLayer Hidden { get; }")),
        ("INIT1020", Blocks("Branch", use: "[Block(Block.Channels)] public partial Branch First { get; }")),
        ("INIT1021", Network("partial class Net", layer: "[Name(\"a\"), Dense(3)] public partial DenseLayer B { get; } [Dense(3)] public partial DenseLayer a { get; }")),
        ("INIT1021", Network("partial class Net", layer: "[Name(\"\"), Dense(3)] public partial DenseLayer B { get; }")),
        ("INIT1021", Network("partial class Net", layer: "[Name(null), Dense(3)] public partial DenseLayer B { get; }")),
        ("INIT1019", Graph("[Add(nameof(Last))]")),
        ("INIT1019", Graph("[Add(nameof(Sum))]")),
        ("INIT1019", Graph("[Add(\"Frist\")]")),
        ("INIT1019", Graph("[Add(nameof(First), \"\")]")),
        ("INIT1019", Graph("[Add(nameof(First), From = \"Net\")]")),
        ("INIT1019", Graph("[Add(nameof(First), From = nameof(First))]")),
        ("INIT1016", Network("partial class Net") + "namespace InitGen { enum Init { Random } }"),
        ("INIT1016", Network("partial class Net") + "namespace InitGen.Kernels { struct Linear; }"),
        ("INIT1016", Network("partial class Net") + "namespace InitGen { class Kernels; }"),
        ("INIT1016", Network("partial class Net") + "namespace InitGen.Activation { }"),
        ("INIT1016", Network("partial class Net") + "namespace System { class Memory<T>; }"),
        ("INIT1016", Network("partial class Net") + "delegate void System();"),
        ("INIT1016", Network("partial class Net") + "class System;"),
    ];

    private static string Layer(string arguments) => Network("partial class Net", layer: $"[Dense({arguments})] public partial DenseLayer Hidden {{ get; }}");

    private static string Stack(string arguments) => Network("partial class Net", layer: $"[Dense({arguments})] public partial DenseStack Hidden {{ get; }}");

    private static string Map(string attribute) => Network("partial class Net", inputs: "3, 8, 8", layer: $$"""
        {{attribute}} public partial Layer First { get; }
        [GlobalAvgPool] public partial Layer Last { get; }
        """);

    private static string Blocks(
        string type, string block = "partial class Branch", string members = "", string attribute = "Residual", string? use = null) => $$"""
        [{{attribute}}]
        {{block}}
        {
            [Dense(Block.Units, Activation.Relu)] public partial DenseLayer Up { get; }
            [Dense(Block.InputUnits)] public partial DenseLayer Down { get; }
            {{members}}
        }

        """ + Network("partial class Net", layer: use ?? $"[Block(2)] public partial {type} First {{ get; }}");

    private static string Graph(string attribute, int units = 3) => Network("partial class Net", layer: $$"""
        [Dense(3)] public partial DenseLayer First { get; }
        [Dense({{units}})] public partial DenseLayer Second { get; }
        {{attribute}} public partial Layer Sum { get; }
        [Dense(3)] public partial DenseLayer Last { get; }
        """);

    private static string Initializer(string header) =>
        header + " : IWeightInitializer { public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) { } }";

    private static string Network(
        string header,
        string inputs = "3",
        string layer = "[Dense(3)] public partial DenseLayer Hidden { get; }",
        string members = "") => $$"""
        [Network({{inputs}})] {{header}}
        {
            {{members}}
            {{layer}}
        }

        """;
}
