using System.Threading.Tasks;
using InitGen.CodeFixes;

namespace InitGen.Analyzers.Tests.Fixes;

public class LayerPropertyFixerTests
{
    [Theory]
    [InlineData("public {|CS8345:DenseLayer|} {|INIT1002:Output|} { get; }")]
    [InlineData("public {|CS8345:DenseLayer|} {|INIT1002:Output|} { get; set; }")]
    [InlineData("public partial DenseLayer {|INIT1002:Output|} { get; set; }")]
    [InlineData("public partial DenseLayer {|INIT1002:Output|} { get; private set; }")]
    [InlineData("public partial DenseLayer {|INIT1002:Output|} { init; }")]
    [InlineData("public static partial DenseLayer {|INIT1002:Output|} { get; }")]
    [InlineData("static public {|CS8345:DenseLayer|} {|INIT1002:Output|} { get; }")]
    [InlineData("public partial int {|INIT1002:Output|} { get; }")]
    [InlineData("public float[] {|INIT1002:Output|} { get; set; }")]
    [InlineData("public partial ref readonly int {|INIT1002:Output|} { get; }")]
    [InlineData(
        "public partial InitGen.DenseLayer {|INIT1002:Output|} { get; set; }",
        "public partial InitGen.DenseLayer Output { get; }")]
    [InlineData(
        "internal virtual {|CS8345:DenseLayer|} {|INIT1002:Output|} { get; }",
        "internal virtual partial DenseLayer Output { get; }")]
    public Task A_property_is_made_what_a_layer_is(string property, string fixedProperty = "public partial DenseLayer Output { get; }") =>
        Verify.FixesAsync<LayerPropertyFixer>(Network("[Dense(2)] " + property), Network("[Dense(2)] " + fixedProperty));

    [Fact]
    public Task A_repeated_layer_is_made_a_stack() => Verify.FixesAsync<LayerPropertyFixer>(
        Network("[Dense(2, Activation.Tanh, Repeat = 3)] public partial DenseLayer {|INIT1002:Hidden|} { get; }"),
        Network("[Dense(2, Activation.Tanh, Repeat = 3)] public partial DenseStack Hidden { get; }"),
        "Make 'Hidden' a partial, get-only DenseStack");

    [Fact]
    public Task What_stands_around_is_kept() => Verify.FixesAsync<LayerPropertyFixer>(
        Network("/* a */ [Dense(2)] /* b */ public /* c */ static /* d */ {|CS8345:DenseLayer|} /* e */ {|INIT1002:Output|} /* f */ { get; set; } // g\r\n"),
        Network("/* a */ [Dense(2)] /* b */ public /* c */ /* d */ partial DenseLayer /* e */ Output /* f */ { get; } // g\r\n"));

    [Fact]
    public Task A_type_that_is_not_imported_is_written_in_full() => Verify.FixesAsync<LayerPropertyFixer>(
        "[InitGen.Network(3)] public partial class Net { [InitGen.Dense(2)] public partial int {|INIT1002:Output|} { get; } }",
        "[InitGen.Network(3)] public partial class Net { [InitGen.Dense(2)] public partial InitGen.DenseLayer Output { get; } }");

    [Fact]
    public Task Properties_side_by_side_are_fixed_together() => Verify.FixesAsync<LayerPropertyFixer>(
        Network(
            """
            [Dense(2, Activation.Tanh)] public {|CS8345:DenseLayer|} {|INIT1002:A|} { get; set; }[Dense(2, Activation.Tanh)] public {|CS8345:DenseLayer|} {|INIT1002:B|} { get; set; }
            [Dense(2, Activation.Tanh)] public {|CS8345:DenseLayer|} {|INIT1002:C|} { get; set; }
            [Dense(2, Activation.Tanh)] public {|CS8345:DenseLayer|} {|INIT1002:D|} { get; set; }
            """),
        Network(
            """
            [Dense(2, Activation.Tanh)] public partial DenseLayer A { get; }[Dense(2, Activation.Tanh)] public partial DenseLayer B { get; }
            [Dense(2, Activation.Tanh)] public partial DenseLayer C { get; }
            [Dense(2, Activation.Tanh)] public partial DenseLayer D { get; }
            """));

    [Theory]
    [InlineData("public DenseLayer {|INIT1002:Output|} => default;")]
    [InlineData("public DenseLayer {|INIT1002:Output|} { get => default; }")]
    [InlineData("public DenseLayer {|INIT1002:Output|} { get { return default; } }")]
    [InlineData("public int {|INIT1002:Output|} { get; } = 3;")]
    [InlineData("public partial DenseLayer {|INIT1002:Output|} { get; } public partial DenseLayer Output => default;")]
    public Task Code_of_the_users_own_is_left_to_them(string property) =>
        Verify.HasNoFixAsync<LayerPropertyFixer>(Network("[Dense(2)] " + property));

    [Fact]
    public Task Which_of_two_properties_of_a_name_is_meant_is_left_to_them() => Verify.HasNoFixAsync<LayerPropertyFixer>(Network(
        "[Dense(2)] public {|CS8345:DenseLayer|} {|INIT1002:Output|} { get; } public partial DenseStack {|CS0102:{|CS9249:Output|}|} { set { } }"));

    [Fact]
    public Task A_half_typed_property_is_left_to_them() =>
        Verify.HasNoFixAsync<LayerPropertyFixer>(Network("[Dense(2)] public partial DenseLayer {|INIT1002:Output|} { get; set {|CS8180:}|}"));

    [Fact]
    public Task What_layer_it_is_only_its_author_can_say() =>
        Verify.HasNoFixAsync<LayerPropertyFixer>(Network("[Dense(2)] public partial DenseLayer A { get; } public partial DenseLayer {|INIT1002:B|} { get; }"));

    private static string Network(string layer) => $$"""
        using InitGen;

        [Network(3)]
        public partial class Net
        {
            {{layer}}
        }
        """;
}
