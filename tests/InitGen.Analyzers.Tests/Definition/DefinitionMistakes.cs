using System.Collections.Generic;

namespace InitGen.Analyzers.Tests.Definition;

/// <summary>Every kind of mistake.</summary>
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
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer {|#0:Output|} { get; } public partial DenseLayer Output => default; }",
            "Layer 'Output' already has a body; declare it as 'public partial DenseLayer Output { get; }'"),
        new(
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer {|#0:Output|} { init; } }",
            "Layer 'Output' has no getter and has a setter; declare it as 'public partial DenseLayer Output { get; }'"),
        new(
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2)] public partial ref readonly int {|#0:Output|} { get; } }",
            "Layer 'Output' returns a reference and has the type 'int'; declare it as 'public partial DenseLayer Output { get; }'"),
        new(
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2)] public partial int {|#0:Output|} { get; } }",
            "Layer 'Output' has the type 'int'; declare it as 'public partial DenseLayer Output { get; }'"),
        new(
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer {|#0:Output|} { get; } public extern partial DenseLayer Output { get; } }",
            "Layer 'Output' already has a body and is extern; declare it as 'public partial DenseLayer Output { get; }'"),
        new(
            "INIT1002",
            "[Network(3)] partial class Net { [Dense(2)] public DenseLayer {|#0:this|}[int index] => default; }",
            "Layer 'this[]' is an indexer; declare it as 'public partial DenseLayer Item { get; }'"),
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
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Relu, Init.HeNormal, Limit = {|#0:0.1|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has 'Limit', which means nothing to Init.HeNormal; remove it, or use Uniform"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Softplus, {|#0:Init.Critical|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has Init.Critical, but Activation.Softplus has no critical point; remove it, or use another activation"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Gelu, Init.Critical, BiasStdDev = {|#0:0.4|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has 'BiasStdDev = 0.4', but under Init.Critical and Activation.Gelu a signal is stable from BiasStdDev = 0.416 on; remove it"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Relu, Init.Critical, BiasStdDev = {|#0:0.4|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has 'BiasStdDev = 0.4', but under Init.Critical and Activation.Relu there is no critical point with noise on the biases; remove it"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Mish, Init.Critical, UseBias = {|#0:false|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no biases, but Init.Critical needs noise on them under Activation.Mish; remove 'UseBias = false'"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Tanh, Init.Critical, Bias = {|#0:0.1|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has 'Bias', but Init.Critical is for biases of mean 0; remove it"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, UseBias = false, Bias = {|#0:0.1|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has 'Bias' but no biases; remove it, or remove 'UseBias = false'"),
        new(
            "INIT1006",
            "[Network(100)] partial class Net { [Dense(50, Activation.Relu, {|#0:Init.Sparse|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'StdDev' and no 'NonZeros', which Init.Sparse needs; add 'StdDev = 0.3651, NonZeros = 15'"),
        new(
            "INIT1006",
            "[Network(100)] partial class Net { [Dense(50, Activation.Relu, {|#0:Init.Sparse|}, StdDev = 0.5)] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'NonZeros', which Init.Sparse needs; add 'NonZeros = 8'"),
        new(
            "INIT1006",
            "[Network(100)] partial class Net { [Dense(50, Activation.Relu, {|#0:Init.Sparse|}, StdDev = 0.01)] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'NonZeros', which Init.Sparse needs; add 'NonZeros = 99'"),
        new(
            "INIT1006",
            "[Network(100)] partial class Net { [Dense(50, Activation.Relu, {|#0:Init.Sparse|}, StdDev = 100)] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'NonZeros', which Init.Sparse needs; add 'NonZeros = 1'"),
        new(
            "INIT1006",
            "[Network(1)] partial class Net { [Dense(50, Activation.Relu, {|#0:Init.Normal|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'StdDev', which Init.Normal needs; add 'StdDev = 1.414'"),
        new(
            "INIT1006",
            "[Network(200)] partial class Net { [Dense(1, Activation.Relu, {|#0:Init.Normal|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'StdDev', which Init.Normal needs; add 'StdDev = 0.1'"),
        new(
            "INIT1006",
            "[Network(100)] partial class Net { [Dense(50, Activation.Relu, {|#0:Init.Normal|}, Repeat = 3)] public partial DenseStack Hidden { get; } }",
            "Layer 'Hidden' has no 'StdDev', which Init.Normal needs; add 'StdDev = 0.2'"),
        new(
            "INIT1006",
            "[Network(200)] partial class Net { [Dense(50, Activation.Relu, {|#0:Init.Normal|}, Repeat = 2)] public partial DenseStack Hidden { get; } }",
            "Layer 'Hidden' has no 'StdDev', which Init.Normal needs; add 'StdDev = 0.1'"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(200)] public partial DenseLayer Hidden { get; } [Dense(50, Activation.Relu, {|#0:Init.Normal|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'StdDev', which Init.Normal needs; add 'StdDev = 0.1'"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.Relu, Init.Custom, Initializer = {|#0:null|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'Initializer', which Init.Custom needs; add 'Initializer = …'"),
        new(
            "INIT1006",
            "[Network({|INIT1003:0|})] partial class Net { [Dense(2, Activation.Relu, {|#0:Init.Sparse|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'StdDev' and no 'NonZeros', which Init.Sparse needs; add 'StdDev = …, NonZeros = …'"),
        new(
            "INIT1006",
            "[Network(3)] partial class Net { [Dense(2, Activation.LeakyRelu, {|#0:Init.Sparse|}, StdDev = 1, Slope = {|INIT1007:double.NaN|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has no 'NonZeros', which Init.Sparse needs; add 'NonZeros = …'"),
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
            "INIT1007",
            "[Network(3)] partial class Net { [Dense(2, {|#0:(Activation)99|})] public partial DenseLayer Output { get; } }",
            "Activation of layer 'Output' is 99; it must be a member of Activation"),
        new(
            "INIT1007",
            "[Network(3)] partial class Net { [Dense(2, Activation.Relu, {|#0:(Init)99|}, StdDev = 1)] public partial DenseLayer Output { get; } }",
            "Init of layer 'Output' is 99; it must be a member of Init"),
        new(
            "INIT1008",
            "[Network(100000)] partial class Net { [Dense({|#0:100000|})] public partial DenseLayer Output { get; } }",
            "Network 'Net' has 10,000,100,000 parameters, more than the 2,147,483,647 that a span can hold; make it smaller"),
        new(
            "INIT1008",
            "[Network(3)] partial class Net { [Dense(2, Repeat = {|#0:20000|})] public partial DenseStack Hidden { get; } }",
            "Network 'Net' has 20,000 layers, more than the 10,000 that the generator takes; make it smaller"),
        new(
            "INIT1008",
            "[Network(1)] partial class Net { [Dense({|#0:2147483647|})] public partial DenseLayer Output { get; } }",
            "Network 'Net' has 4,294,967,294 parameters, more than the 2,147,483,647 that a span can hold; make it smaller"),
        new(
            "INIT1008",
            "[Network(2147483647)] partial class Net { [Dense({|#0:1|})] public partial DenseLayer Output { get; } }",
            "Network 'Net' has 2,147,483,648 parameters, more than the 2,147,483,647 that a span can hold; make it smaller"),
        new(
            "INIT1008",
            "[Network(3)] partial class Net { [Dense(2147483647, Repeat = {|#0:10000|})] public partial DenseStack Hidden { get; } }",
            "Network 'Net' has at least 9,223,372,036,854,775,807 parameters, more than the 2,147,483,647 that a span can hold; make it smaller"),
        new(
            "INIT1008",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer Hidden { get; } [Dense({|#0:2000000000|})] public partial DenseLayer Output { get; } [Dense(1)] public partial DenseLayer Last { get; } }",
            "Network 'Net' has 8,000,000,009 parameters, more than the 2,147,483,647 that a span can hold; make it smaller"),
        new(
            "INIT1008",
            "[Network(3)] partial class Net { [Dense(2, Repeat = 6000)] public partial DenseStack A { get; } [Dense(2, Repeat = {|#0:6000|})] public partial DenseStack B { get; } [Dense(1)] public partial DenseLayer Last { get; } }",
            "Network 'Net' has 12,001 layers, more than the 10,000 that the generator takes; make it smaller"),
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
            "INIT1009",
            "[Network(3)] partial record {|#0:Net|} { [Dense(2)] public partial DenseLayer Output { get; } }",
            "Network 'Net' is a record; make it a class"),
        new(
            "INIT1009",
            "[Network(3)] partial interface {|#0:Net|} { [Dense(2)] public partial DenseLayer Output { get; } }",
            "Network 'Net' is an interface; make it a class"),
        new(
            "INIT1009",
            "[Network(3)] static partial class {|#0:Net|} { [Dense(2)] public partial DenseLayer {|CS0708:Output|} { get; } }",
            "Network 'Net' is static; remove 'static'"),
        new(
            "INIT1009",
            "[Network(3)] file partial class {|#0:Net|} { [Dense(2)] public partial DenseLayer {|CS9248:Output|} { get; } }",
            "Network 'Net' cannot be completed from a generated file because 'Net' is file-local; remove 'file'"),
        new(
            "INIT1009",
            "[Network(3)] partial class {|CS7036:{|#0:Net|}|} : Parent { [Dense(2)] public partial DenseLayer Output { get; } } class Parent { public Parent(int size) { } }",
            "Network 'Net' derives from 'Parent', which has no accessible parameterless constructor; add one to 'Parent'"),
        new(
            "INIT1009",
            "[Network(3)] partial class {|CS0122:{|#0:Net|}|} : Parent { [Dense(2)] public partial DenseLayer Output { get; } } class Parent { private Parent() { } }",
            "Network 'Net' derives from 'Parent', which has no accessible parameterless constructor; add one to 'Parent'"),
        new(
            "INIT1009",
            "[Network(3)] partial class {|#0:Net|} { [Dense(2)] public partial DenseLayer Output { get; } public required int Size { get; set; } }",
            "Network 'Net' has the required member 'Size', which the generated constructors do not set; remove 'required'"),
        new(
            "INIT1009",
            "[Network(3)] partial class {|#0:Net|} : Parent { [Dense(2)] public partial DenseLayer Output { get; } } class Parent { public required int Size; }",
            "Network 'Net' has the required member 'Size', which the generated constructors do not set; remove 'required'"),
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
            "INIT1011",
            "[Network(3)] partial class {|#0:Layers|} { [Dense(2)] public partial DenseLayer Output { get; } }",
            "Network 'Layers' has the name of a member that the generator adds; rename the class"),
        new(
            "INIT1011",
            "[Network(3)] partial class Net{|#0:(int size)|} { [Dense(2)] public partial DenseLayer Output { get; } public int Size => size; }",
            "Network 'Net' has a primary constructor, which the generated constructors cannot call; declare an ordinary one that calls 'this(seed)'"),
        new(
            "INIT1011",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer Output { get; } public {|#0:Net|}(System.Memory<float> parameters) { } }",
            "Network 'Net' declares the constructor 'Net(Memory<float>)', which the generator adds; remove it"),
        new(
            "INIT1011",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer Output { get; } void {|CS0311:{|CS0540:INetwork<Net>|}|}.{|#0:Initialize|}(ulong seed) { } }",
            "Network 'Net' declares 'InitGen.INetwork<Net>.Initialize', a member that the generator adds; remove it"),
        new(
            "INIT1011",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer Output { get; } public void {|#0:MeasureForward|}(System.ReadOnlySpan<float> inputs, System.Span<LayerStatistics> statistics) { } }",
            "Network 'Net' declares 'MeasureForward', the name of a member that the generator adds; rename it"),
        new(
            "INIT1013",
            "[Network(3)] partial class Net { [Dense(2, Activation.Tanh, Init.Custom, Initializer = {|#0:typeof(string)|})] public partial DenseLayer Output { get; } }",
            "The initializer 'string' of layer 'Output' does not implement IWeightInitializer; implement it"),
        new(
            "INIT1013",
            "[Network(3)] partial class Net { [Dense(2, Activation.Tanh, Init.Custom, Initializer = {|#0:typeof(int[])|})] public partial DenseLayer Output { get; } }",
            "The initializer 'int[]' of layer 'Output' is no class or struct that a type argument can be; name one that implements IWeightInitializer"),
        new(
            "INIT1013",
            """
            [Network(3)] partial class Net { [Dense(2, Activation.Tanh, Init.Custom, Initializer = {|#0:typeof(Own<>)|})] public partial DenseLayer Output { get; } }
            class Own<T> : IWeightInitializer { public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) { } }
            """,
            "The initializer 'Own<>' of layer 'Output' has open type parameters; state them"),
        new(
            "INIT1013",
            """
            [Network(3)] partial class Net { [Dense(2, Activation.Tanh, Init.Custom, Initializer = {|#0:typeof(Own)|})] public partial DenseLayer Output { get; } }
            file class Own : IWeightInitializer { public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) { } }
            """,
            "The initializer 'Own' of layer 'Output' is file-local, so that generated code cannot call it; remove 'file'"),
        new(
            "INIT1013",
            """
            [Network(3)] partial class Net { [Dense(2, Activation.Tanh, Init.Custom, Initializer = {|#0:typeof(Own<Mine>)|})] public partial DenseLayer Output { get; } }
            class Own<T> : IWeightInitializer { public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) { } }
            file class Mine;
            """,
            "The initializer 'Own<Mine>' of layer 'Output' is file-local, so that generated code cannot call it; remove 'file'"),
        new(
            "INIT1014",
            "[Network(3)] partial class Net { [Dense(2, Activation.Tanh, {|#0:Init.Identity|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' has 2 units and 3 inputs, but Identity needs as many units as inputs; change the units or the initializer"),
        new(
            "INIT1014",
            "[Network(4, 5, 5)] partial class Net { [Conv2d(4, 3, Activation.Tanh, {|#0:Init.Identity|})] public partial Layer Output { get; } }",
            "Layer 'Output' has 4 units and 36 inputs, but Identity needs as many units as inputs; use Dirac, the identity of a convolution"),
        new(
            "INIT1014",
            "[Network(3)] partial class Net { [Dense(3, Activation.Tanh, {|#0:Init.DeltaOrthogonal|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' is no convolution, of whose kernel DeltaOrthogonal fills the middle; use Orthogonal, or make it one"),
        new(
            "INIT1014",
            "[Network(3)] partial class Net { [Dense(3, Activation.Tanh, {|#0:Init.Dirac|})] public partial DenseLayer Output { get; } }",
            "Layer 'Output' is no convolution, of whose kernel Dirac fills the middle; use Identity, or make it one"),
        new(
            "INIT1014",
            "[Network(4, 5, 5)] partial class Net { [Conv2d(3, 3, Activation.Tanh, {|#0:Init.DeltaOrthogonal|})] public partial Layer Output { get; } }",
            "Layer 'Output' has 3 channels for 4 that come in, but DeltaOrthogonal needs at least as many; change the channels, or use Orthogonal"),
        new(
            "INIT1014",
            "[Network(8, 5, 5)] partial class Net { [Conv2d(6, 3, Activation.Tanh, {|#0:Init.DeltaOrthogonal|}, Groups = 2)] public partial Layer Output { get; } }",
            "Layer 'Output' has 3 channels for 4 that come in, in each of its groups, but DeltaOrthogonal needs at least as many; "
                + "change the channels, or use Orthogonal"),
        new(
            "INIT1014",
            "[Network(3)] partial class Net { [Dense(2, {|#0:Activation.Softmax|})] public partial DenseLayer A { get; } [Dense(2)] public partial DenseLayer B { get; } }",
            "Layer 'A' has the activation Softmax but is not the last layer; move it to the end or choose another activation"),
        new(
            "INIT1015",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer oO8g8b8aX4H { get; } [Dense(2)] public partial DenseLayer {|#0:t_AwzdNsk_X|} { get; } }",
            "The names 'oO8g8b8aX4H.Weights' and 't_AwzdNsk_X.Weights' have the same hash, so that both parameters would get the same random numbers; rename layer 't_AwzdNsk_X'"),
        new(
            "INIT1015",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer oO8g8b8aX4H { get; } [Dense(2, Repeat = 2)] public partial DenseStack Hidden { get; } [Dense(2)] public partial DenseLayer {|#0:t_AwzdNsk_X|} { get; } }",
            "The names 'oO8g8b8aX4H.Weights' and 't_AwzdNsk_X.Weights' have the same hash, so that both parameters would get the same random numbers; rename layer 't_AwzdNsk_X'"),
        new(
            "INIT1016",
            "[Network(3)] partial class {|#0:Net|} { [Dense(2)] public partial DenseLayer Output { get; } } namespace InitGen { enum Init { Random } }",
            "Network 'Net' cannot be generated because this project declares its own 'InitGen.Init', which hides what the generated code means by that name; rename it"),
        new(
            "INIT1017",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer A { get; } [Dense(4)] public partial DenseLayer B { get; } [Add({|#0:nameof(A)|})] public partial Layer Sum { get; } }",
            "Layer 'Sum' adds 4 and 2; give all of them one shape"),
        new(
            "INIT1017",
            "[Network(3)] partial class Net { [Dense(2)] public partial DenseLayer A { get; } [{|#0:Add|}] public partial Layer Sum { get; } }",
            "Layer 'Sum' adds nothing to what comes in; name another layer"),
        new(
            "INIT1019",
            "[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Stem { get; } [Dense(3, From = {|#0:\"Stam\"|})] public partial DenseLayer Last { get; } }",
            "Layer 'Last' reads 'Stam', which is no layer of the network; write 'Stem'"),
        new(
            "INIT1019",
            "[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Stem { get; } [Dense(3, From = {|#0:\"Other\"|})] public partial DenseLayer Last { get; } }",
            "Layer 'Last' reads 'Other', which is no layer of the network; name one that stands before it"),
        new(
            "INIT1019",
            "[Network(3)] partial class Net { [Dense(3, From = {|#0:nameof(Last)|})] public partial DenseLayer Stem { get; } [Dense(3)] public partial DenseLayer Last { get; } }",
            "Layer 'Stem' reads 'Last', which does not stand before it; move it there, or name another layer"),
        new(
            "INIT1019",
            "[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Stem { get; } [Dense(3)] public partial DenseLayer {|#0:Side|} { get; } [Dense(3, From = nameof(Stem))] public partial DenseLayer Last { get; } }",
            "Layer 'Side' is read by no layer behind it; read it with 'From', or remove it"),
        new(
            "INIT1017",
            "[Residual] partial class Branch { [Dense(Block.Units)] public partial DenseLayer Up { get; } } [Network(3)] partial class Net { [Block(2)] public partial Branch {|#0:First|} { get; } }",
            "Layer 'First' adds 2 and 3; give all of them one shape, by layers with [Shortcut] in its block, or by [Residual(IsOptional = true)]"),
        new(
            "INIT1017",
            "[Sequential] partial class Pair { [Dense(Block.Units)] public partial DenseLayer Up { get; } [{|#0:Conv2d(4, 3)|}] public partial Layer Conv { get; } } [Network(3)] partial class Net { [Block(2, Repeat = 2)] public partial BlockStack<Pair> Pairs { get; } }",
            "Layer 'Pairs.0.Conv' gets 2, but convolves channels × height × width; say the shape of the input at [Network], or leave it a map"),
        new(
            "INIT1018",
            "[Network(3)] partial class Net { [Block(2)] public partial Layer {|#0:First|} { get; } }",
            "Block 'First' has the type 'Layer', which is no block; give it a class with [Residual] or [Sequential], or BlockStack of one"),
        new(
            "INIT1020",
            "[Network(3)] partial class Net { [Dense({|#0:Block.Units|})] public partial DenseLayer Output { get; } }",
            "'Output' has Block.Units, which means nothing outside of a block; write a number, or put the layer into a class with [Residual] or [Sequential]"),
        new(
            "INIT1021",
            "[Network(3, Names = NameStyle.SnakeCase)] partial class Net { [Dense(2)] public partial DenseLayer FcOne { get; } [Dense(2)] public partial DenseLayer {|#0:fc_one|} { get; } }",
            "Layer 'fc_one' is 'fc_one' in files, as layer 'FcOne' is; give it another [Name]"),
    ];
}
