using System.Collections.Generic;

namespace InitGen.Analyzers.Tests.Definition;

/// <summary>One mistake of each kind.</summary>
internal static class DefinitionMistakes
{
    public static IReadOnlyList<DefinitionMistake> All { get; } =
    [
        new(
            "INIT1001",
            "[Network(3)] class {|CS0260:{|#0:Net|}|} { [Dense(2)] public partial DenseLayer Output { get; } }",
            "The type 'Net' is not partial, so the generator cannot add code to network 'Net'; add 'partial' to its declaration"),
        new(
            "INIT1001",
            "class {|CS0260:{|#0:Outer|}|} { [Network(3)] partial class Net { [Dense(2)] public partial DenseLayer Output { get; } } }",
            "The type 'Outer' is not partial, so the generator cannot add code to network 'Net'; add 'partial' to its declaration"),
        new(
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2)] public DenseLayer {|#0:Output|} => default; }",
            "Layer 'Output' is not partial; declare it as 'public partial DenseLayer Output { get; }'"),
        new(
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2)] internal static partial DenseLayer {|#0:Output|} { get; set; } }",
            "Layer 'Output' is static and has a setter; declare it as 'internal partial DenseLayer Output { get; }'"),
        new(
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2, Repeat = 4)] public partial DenseLayer {|#0:Hidden|} { get; } }",
            "Layer 'Hidden' stands for several layers (Repeat) but has the type 'DenseLayer'; declare it as 'public partial DenseStack Hidden { get; }'"),
        new(
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer A { get; } public partial DenseLayer {|#0:B|} { get; } }",
            "Layer 'B' has no layer attribute; declare it as '[Dense(units)] public partial DenseLayer B { get; }'"),
        new(
            "INIT1003",
            "[Network({|#0:0|})] partial class Net { [Dense(2)] public partial DenseLayer Output { get; } }",
            "The input size of network 'Net' is 0; it must be at least 1"),
        new(
            "INIT1003",
            "[Network(3)] partial class Net { [Dense({|#0:-2|})] public partial DenseLayer Output { get; } }",
            "The number of units of layer 'Output' is -2; it must be at least 1"),
        new(
            "INIT1003",
            "[Network(3)] partial class Net { [Dense(2, Repeat = {|#0:0|})] public partial DenseStack Output { get; } }",
            "Repeat of layer 'Output' is 0; it must be at least 1"),
        new(
            "INIT1004",
            "[Network(3)] partial class {|#0:Net|} { }",
            "Network 'Net' has no layer; add one, as '[Dense(10)] public partial DenseLayer Output { get; }'"),
        new(
            "INIT1005",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer A { get; } } partial class Net { [Dense(2)] public partial DenseLayer {|#0:B|} { get; } }",
            "Layer 'B' and layer 'A' of network 'Net' stand in different partial declarations, so that the order of the layers is undefined; move all layers into one"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Relu, Init.HeNormal, StdDev = {|#0:0.1|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has 'StdDev', which means nothing to Init.HeNormal; remove it, or use one of Normal, TruncatedNormal, Sparse"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Relu, {|#0:Init.Uniform|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'Limit', which Init.Uniform needs; add 'Limit = 1.414'"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Tanh, Slope = {|#0:0.1|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has 'Slope', which means nothing to Activation.Tanh; remove it, or use LeakyRelu"),
        new(
            "INIT1007",
            "[Network(3)] partial class Net { [Dense(2, Activation.Tanh, Init.Normal, StdDev = {|#0:-0.5|})] public partial DenseLayer Output { get; } }",
            "StdDev of layer 'Output' is -0.5; it must be a positive number up to 1e20"),
        new(
            "INIT1007",
            "[Network(3, InputStdDev = {|#0:double.NaN|})] partial class Net { [Dense(2)] public partial DenseLayer Output { get; } }",
            "InputStdDev of network 'Net' is NaN; it must be a number between 0 and 1e20"),
        new(
            "INIT1007",
            """
            [Network(3)] partial class Net { [Dense(2, Activation.Tanh, Init.Custom, Initializer = {|#0:typeof(Own)|})] public partial DenseLayer Output { get; } }
            [WeightVariance(-1, FanMode.In)]
            class Own : IWeightInitializer { public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) { } }
            """,
            "Variance of the initializer of layer 'Output' is -1; it must be a positive number up to 1e20"),
        new(
            "INIT1008",
            "[Network(100000)] partial class Net { [Dense({|#0:100000|})] public partial DenseLayer Output { get; } }",
            "Network 'Net' has 10,000,100,000 parameters, more than the 2,147,483,647 that a span can hold; make it smaller"),
        new(
            "INIT1008",
            "[Network(3)] partial class Net { [Dense(2, Repeat = {|#0:20000|})] public partial DenseStack Hidden { get; } }",
            "Network 'Net' has 20,000 layers, more than the 10,000 that the generator takes; make it smaller"),
        new(
            "INIT1009",
            "[Network(3)] partial struct {|#0:Net|} { [Dense(2)] public partial DenseLayer Output { get; } }",
            "Network 'Net' is a struct; make it a class"),
        new(
            "INIT1009",
            "[Network(3)] abstract partial class {|#0:Net|} { [Dense(2)] public partial DenseLayer Output { get; } }",
            "Network 'Net' is abstract; remove 'abstract'"),
        new(
            "INIT1009",
            "[Network(3)] partial class {|#0:Net|}<T> { [Dense(2)] public partial DenseLayer Output { get; } }",
            "Network 'Net' is generic; remove its type parameters"),
        new(
            "INIT1010",
            "partial class Net { [{|#0:Dense(2)|}] public partial DenseLayer Output { get; } }",
            "Layer 'Output' is in no network; add '[Network(inputSize)]' to 'Net'"),
        new(
            "INIT1010",
            "[Network(3)] partial class Net { [Dense(2), {|#0:Dense(4)|}] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has more than one layer attribute; remove all but one"),
        new(
            "INIT1011",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer Output { get; } public void {|#0:Initialize|}(ulong seed) { } }",
            "Network 'Net' declares 'Initialize', the name of a member that the generator adds; rename it"),
        new(
            "INIT1011",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer Output { get; } public {|#0:Net|}(ulong seed) { } }",
            "Network 'Net' declares the constructor 'Net(ulong)', which the generator adds; remove it"),
        new(
            "INIT1013",
            "[Network(3)] partial class Net { [Dense(2, Activation.Tanh, Init.Custom, Initializer = {|#0:typeof(string)|})] public partial DenseLayer Output { get; } }",
            "The initializer 'string' of layer 'Output' does not implement IWeightInitializer; implement it"),
        new(
            "INIT1014",
            "[Network(3)] partial class Net { [Dense(2, Activation.Tanh, {|#0:Init.Identity|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has 2 units and 3 inputs, but Identity needs as many units as inputs; change the units or the initializer"),
        new(
            "INIT1014",
            "[Network(3)] partial class Net { [Dense(2, {|#0:Activation.Softmax|})] public partial DenseLayer A { get; } [Dense(2)] public partial DenseLayer B { get; } }",
            "Layer 'A' has the activation Softmax but is not the last layer; move it to the end or choose another activation"),
        new(
            "INIT1015",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer oO8g8b8aX4H { get; } [Dense(2)] public partial DenseLayer {|#0:t_AwzdNsk_X|} { get; } }",
            "The names 'oO8g8b8aX4H.Weights' and 't_AwzdNsk_X.Weights' have the same hash, so that both parameters would get the same random numbers; rename layer 't_AwzdNsk_X'"),
        new(
            "INIT1016",
            "[Network(3)] partial class {|#0:Net|} { [Dense(2)] public partial DenseLayer Output { get; } } namespace InitGen { enum Init { Random } }",
            "Network 'Net' cannot be generated because this project declares its own 'InitGen.Init', which hides what the generated code means by that name; rename it"),
    ];
}
