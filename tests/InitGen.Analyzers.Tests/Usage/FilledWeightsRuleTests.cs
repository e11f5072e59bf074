using System.Threading.Tasks;
using static InitGen.Analyzers.Tests.Usage.UsageVerify;

namespace InitGen.Analyzers.Tests.Usage;

public class FilledWeightsRuleTests
{
    [Theory]
    [InlineData("net.First.Weights.Clear()", "'First' gets the weight 0 everywhere, so its 16 units")]
    [InlineData("net.First.Weights.Fill(0.5f)", "'First' gets the weight 0.5 everywhere, so its 16 units")]
    [InlineData("net.First.Weights.Fill(value)", "'First' gets one weight everywhere, so its 16 units")]
    [InlineData("Initializers.Zeros(net.First.Weights)", "'First' gets the weight 0 everywhere, so its 16 units")]
    [InlineData("Initializers.Constant(net.First.Weights, 0.01)", "'First' gets the weight 0.01 everywhere, so its 16 units")]
    [InlineData("Initializers.Constant(value: 1, weights: net.First.Weights)", "'First' gets the weight 1 everywhere, so its 16 units")]
    [InlineData("net.Hidden[1].Weights.Clear()", "'Hidden.1' gets the weight 0 everywhere, so its 16 units")]
    [InlineData("net.Hidden[^1].Weights.Clear()", "'Hidden.2' gets the weight 0 everywhere, so its 16 units")]
    [InlineData("net.Hidden[index].Weights.Clear()", "'Hidden' gets the weight 0 everywhere, so its 16 units")]
    public Task Every_way_to_fill_the_weights_of_a_hidden_layer_is_reported(string fill, string start) => SaysAsync(
        "INIT4001",
        Code($"public static void Run(Classifier net, float value, int index) => {{|#0:{fill}|}};"),
        $"{start} all compute the same and work as one; keep the weights that Initialize draws, or draw others with Initializers");

    [Fact]
    public Task Variables_of_the_method_are_followed() => ReportsAsync(Methods(
        "Classifier net",
        [
            "var layer = net.First; {|INIT4001:layer.Weights.Clear()|};",
            "var layer = net.First; Span<float> w = layer.Weights; {|INIT4001:w.Clear()|};",
            "Span<float> w = net.First.Weights, same = w; {|INIT4001:same.Fill(1)|};",
            "var stack = net.Hidden; var layer = stack[0]; {|INIT4001:layer.Weights.Clear()|};",
            "foreach (var layer in net.Hidden) {|INIT4001:layer.Weights.Fill(0)|};",
            "foreach (DenseLayer layer in net.Hidden) { Span<float> w = layer.Weights; {|INIT4001:w.Clear()|}; }",
            "for (int i = 0; i < net.Hidden.Count; i++) {|INIT4001:net.Hidden[i].Weights.Clear()|};",
            "Action reset = () => {|INIT4001:net.First.Weights.Clear()|}; reset();",
            "Reset(); void Reset() { var w = net.First.Weights; {|INIT4001:w.Clear()|}; }",
            "{|INIT4001:net!.First.Weights.Clear()|};",
            "net?{|INIT4001:.First.Weights.Clear()|};",
            "{|INIT4001:new Classifier(1).First.Weights.Clear()|};",
        ]));

    [Fact]
    public Task A_network_filled_in_its_own_class_is_reported() => ReportsAsync("""
        partial class Classifier
        {
            public void Reset() => {|INIT4001:First.Weights.Clear()|};

            public int Width { get { {|INIT4001:this.Hidden[0].Weights.Clear()|}; return 0; } }
        }
        """);

    [Fact]
    public Task Top_level_statements_and_field_initializers_are_code_too()
    {
        var test = new UsageTest
        {
            TestState =
            {
                OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
                Sources =
                {
                    """
                    using System;
                    var net = new Classifier(1);
                    {|INIT4001:net.First.Weights.Clear()|};

                    public static class Holder
                    {
                        public static readonly Action<Classifier> Reset = net => {|INIT4001:net.First.Weights.Clear()|};
                    }
                    """,
                    ("/0/Networks.cs", Networks),
                },
            },
        };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task A_layer_that_may_be_the_last_is_silent() => ReportsAsync(Methods(
        "Classifier net, Stacked stacked, int index",
        [
            "net.Output.Weights.Clear();",
            "stacked.Hidden[2].Weights.Clear();",
            "stacked.Hidden[^1].Weights.Clear();",
            "stacked.Hidden[index].Weights.Clear();",
            "new Regression(1).Output.Weights.Clear();",
        ]));

    [Fact]
    public Task Hidden_layers_of_a_stack_that_ends_the_network_are_reported() => ReportsAsync(Methods(
        "Stacked net",
        [
            "{|INIT4001:net.Hidden[1].Weights.Clear()|};",
            "foreach (var layer in net.Hidden) {|INIT4001:layer.Weights.Clear()|};",
        ]));

    [Fact]
    public Task One_unit_and_noise_on_the_biases_are_silent() => ReportsAsync(Methods(
        "Classifier net, Stacked stacked",
        [
            "net.Narrow.Weights.Clear();",
            "stacked.Noisy.Weights.Clear();",
        ]));

    [Fact]
    public Task Biases_parts_and_other_values_are_silent() => ReportsAsync(Methods(
        "Classifier net",
        [
            "net.First.Biases.Clear();",
            "net.First.Biases.Fill(0.1f);",
            "Initializers.Zeros(net.Hidden[0].Biases);",
            "net.First.Weights.Slice(0, 20).Clear();",
            "net.First.Weights[..20].Clear();",
            "net.First.Weights[0] = 0;",
            "new float[3].AsSpan().Clear();",
            "new List<int>().Clear();",
            "Array.Clear(new float[3]);",
        ]));

    [Fact]
    public Task Weights_that_are_written_later_are_silent() => ReportsAsync(Methods(
        "Classifier net, float[] values, Stream file",
        [
            "Span<float> w = net.First.Weights; w.Clear(); Initializers.HeNormal(net.First.Weights, 20, 16, 1, 1, 1);",
            "Span<float> w = net.First.Weights; w.Clear(); Initializers.Identity(w, 16, 20, 1);",
            "Span<float> w = net.First.Weights; w.Clear(); values.CopyTo(net.First.Weights);",
            "Span<float> w = net.First.Weights; w.Clear(); values.AsSpan().CopyTo(w);",
            "Span<float> w = net.First.Weights; w.Clear(); values.CopyTo(net.Parameters);",
            "Span<float> w = net.First.Weights; w.Clear(); values.AsSpan().TryCopyTo(net.Parameters);",
            "Span<float> w = net.First.Weights; w.Clear(); file.ReadExactly(MemoryMarshal.AsBytes(w));",
            "Span<float> w = net.First.Weights; w.Clear(); file.ReadExactly(MemoryMarshal.AsBytes(net.Parameters));",
            "Span<float> w = net.First.Weights; w.Clear(); for (int i = 0; i < 16; i++) w[i * 20 + i] = 1;",
            "Span<float> w = net.First.Weights; w.Clear(); for (int i = 0; i < w.Length; i++) net.First.Weights[i] += values[i];",
            "Span<float> w = net.First.Weights; w.Clear(); foreach (ref float weight in w) weight = 1;",
            "Span<float> w = net.First.Weights; w.Clear(); ref float weight = ref w[0]; weight = 1;",
            "Span<float> w = net.First.Weights; w.Clear(); ref float weight = ref values[0]; weight = ref w[0]; weight = 1;",
            "Span<float> w = net.First.Weights; w.Clear(); w[^1] = 1;",
            "Span<float> w = net.First.Weights; w.Clear(); w[3..].Fill(1);",
            "Span<float> w = net.First.Weights; w.Clear(); w.Slice(3).Fill(1);",
            "Span<float> w = net.First.Weights; w.Clear(); Write(net.First);",
            "Span<float> w = net.First.Weights; w.Clear(); Write(w);",
            "Span<float> w = net.First.Weights; w.Clear(); net.Initialize(7);",
            "Span<float> w = net.First.Weights; w.Clear(); var same = net; same.Initialize(7);",
        ],
        """
        private static void Write(DenseLayer layer) => throw new NotSupportedException();

        private static void Write(Span<float> weights) => throw new NotSupportedException();
        """));

    [Fact]
    public Task What_does_not_write_the_same_weights_later_changes_nothing() => ReportsAsync(Methods(
        "Classifier net, Classifier other, float[] values",
        [
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; Train(net);",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; Step(net.Parameters, values);",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; values.CopyTo(net.Hidden[0].Weights);",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; values.CopyTo(net.First.Biases);",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; values.CopyTo(other.First.Weights);",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; values.CopyTo(other.Parameters);",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; other.Initialize(7);",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; net.First.Weights.CopyTo(values);",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; float sum = 0; foreach (float weight in w) sum += weight;",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; float first = w[0];",
            "Span<float> w = net.First.Weights; {|INIT4001:w.Clear()|}; float first; first = w[0];",
        ],
        """
        private static void Train(Classifier net) => throw new NotSupportedException();

        private static void Step(Span<float> parameters, ReadOnlySpan<float> gradients) => throw new NotSupportedException();
        """));

    [Fact]
    public Task Layers_of_a_stack_are_told_apart_where_their_numbers_are_known() => ReportsAsync(Methods(
        "Classifier net, float[] values, int index",
        [
            "net.Hidden[0].Weights.Clear(); values.CopyTo(net.Hidden[0].Weights);",
            "net.Hidden[0].Weights.Clear(); values.CopyTo(net.Hidden[index].Weights);",
            "net.Hidden[index].Weights.Clear(); values.CopyTo(net.Hidden[0].Weights);",
            "{|INIT4001:net.Hidden[0].Weights.Clear()|}; values.CopyTo(net.Hidden[1].Weights);",
        ]));

    [Fact]
    public Task A_network_of_which_nothing_is_known_may_be_the_same() => ReportsAsync(Methods(
        "Classifier net, float[] values",
        [
            "Current().First.Weights.Clear(); values.CopyTo(net.First.Weights);",
            "net.First.Weights.Clear(); values.CopyTo(Current().First.Weights);",
        ],
        "private static Classifier Current() => throw new NotSupportedException();"));

    [Fact]
    public Task Each_fill_of_several_is_reported() => ReportsAsync(Code("""
        public static void Run(Classifier net)
        {
            {|INIT4001:net.First.Weights.Clear()|};
            {|INIT4001:Initializers.Constant(net.First.Weights, 1)|};
        }
        """));

    [Fact]
    public Task Weights_that_are_written_before_are_reported() => ReportsAsync(Code("""
        public static void Run(Classifier net)
        {
            net.Initialize(7);
            {|INIT4001:net.First.Weights.Clear()|};
        }
        """));

    [Fact]
    public Task Unknown_weights_are_silent() => ReportsAsync(Methods(
        "Classifier net, bool choice",
        [
            "Span<float> w = net.First.Weights; w = new float[3]; w.Clear();",
            "Span<float> w = choice ? net.First.Weights : net.Output.Weights; w.Clear();",
            "var layer = net.First; layer = net.Output; layer.Weights.Clear();",
            "Clear(net.First);",
        ],
        """
        private static void Clear(DenseLayer layer) => layer.Weights.Clear();
        """));

    [Theory]
    [InlineData("gradients")]
    [InlineData("firstMoment")]
    [InlineData("weightVelocities")]
    public Task Memory_for_something_else_than_weights_is_silent(string name) =>
        ReportsAsync(Code($"public static void Run(Classifier {name}) => {name}.First.Weights.Clear();"));

    [Fact]
    public Task Tests_are_silent() => ReportsAsync("""
        namespace Xunit
        {
            public class FactAttribute : System.Attribute;

            public sealed class TheoryAttribute : FactAttribute;
        }

        public class Tests
        {
            [Xunit.Theory]
            public void Known_outputs() => Fill(new Classifier(1));

            private static void Fill(Classifier net) => net.First.Weights.Fill(1);

            private sealed class Nested
            {
                public static void Fill(Classifier net) => net.First.Weights.Fill(1);
            }
        }
        """);

    [Fact]
    public Task Methods_with_other_attributes_are_no_tests() => ReportsAsync(Code("""
        [Obsolete]
        public static void Run(Classifier net) => {|INIT4001:net.First.Weights.Fill(1)|};
        """));

    [Fact]
    public Task A_network_with_a_mistake_is_silent() => ReportsAsync("""
        using InitGen;

        [Network(0)]
        public sealed partial class Wrong
        {
            [Dense(16)] public partial DenseLayer First { get; }
            [Dense(3)] public partial DenseLayer Output { get; }
        }

        public static class Code
        {
            public static void Run(Wrong net) => net.First.Weights.Clear();
        }
        """);
}
