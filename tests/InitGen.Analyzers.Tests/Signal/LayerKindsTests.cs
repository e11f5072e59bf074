using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using static InitGen.Analyzers.Tests.Verify;

namespace InitGen.Analyzers.Tests.Signal;

/// <summary>What the rules say of networks of several kinds of layers.</summary>
public class LayerKindsTests
{
    [Fact]
    public Task LeNet_without_an_initializer_is_silent() => ReportsAsync(Network("1, 32, 32", """
            [Conv2d(6, 5, Activation.Tanh)] public partial Layer Conv1 { get; }
            [AvgPool2d(2)] public partial Layer Pool1 { get; }
            [Conv2d(16, 5, Activation.Tanh)] public partial Layer Conv2 { get; }
            [AvgPool2d(2)] public partial Layer Pool2 { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(120, Activation.Tanh)] public partial DenseLayer Fc1 { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    [Theory]
    [InlineData("INIT3001", 0.004, "predicted standard deviation at most ")]
    [InlineData("INIT3002", 0.5, "predicted standard deviation at least ")]
    [InlineData("INIT3007", 0.3, "predicted standard deviation at least ")]
    public async Task What_leaves_a_threshold_however_alike_positions_are_is_reported_with_the_nearer_bound(string id, double stdDev, string bound)
    {
        string report = (await SingleReportAsync(id, Pooled("", stdDev))).GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains(bound, report);
        Assert.Contains(" (by how alike neighbouring positions are)", report);
    }

    // The logits of independent positions have a standard deviation of 51, above the threshold of 30, those of equal ones of 20.
    [Fact]
    public async Task What_leaves_a_threshold_for_some_correlations_alone_is_not_reported()
    {
        Assert.NotNull(await SingleReportAsync("INIT3002", Pooled(", InputCorrelation = 0", 0.27)));
        (ImmutableArray<Diagnostic> reports, _) = await new NetworkAnalysis().RunAsync([Pooled("", 0.27)], TestContext.Current.CancellationToken);
        Assert.DoesNotContain(reports, static report => report.Id == "INIT3002");
    }

    [Theory]
    [InlineData("Activation.Linear, Init.HeNormal, FanMode = FanMode.Out")]
    [InlineData("Activation.Linear, Init.XavierUniform")]
    [InlineData("Activation.Linear, Init.Torch")]
    [InlineData("Activation.Linear, Init.Normal, StdDev = 5")]
    [InlineData("Activation.Linear, Init.Normal, StdDev = 0.01")]
    public Task The_scale_of_weights_in_front_of_a_normalization_does_not_matter(string weights) => ReportsAsync(Network("3, 16, 16", $$"""
            [Conv2d(16, 3, {{weights}}, Padding = 1, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Norm1 { get; }
            [Conv2d(16, 3, {{weights}}, Padding = 1, UseBias = false)] public partial Layer Conv2 { get; }
            [BatchNorm] public partial Layer Norm2 { get; }
            [Add(nameof(Norm1), Activation = Activation.Relu)] public partial Layer Sum { get; }
            [GlobalAvgPool] public partial Layer Pool { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    [Fact]
    public Task Weights_of_a_convolution_that_suit_no_rectifier_are_reported_as_those_of_a_dense_layer() => ReportsAsync(Network("3, 16, 16", """
            [Conv2d(64, 3, Activation.Relu, {|INIT2003:Init.XavierUniform|}, Padding = 1)] public partial Layer Conv1 { get; }
            [Conv2d(64, 3, Activation.Relu, {|INIT2003:Init.XavierUniform|}, Padding = 1)] public partial Layer Conv2 { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    [Fact]
    public Task Zero_weights_of_a_convolution_are_reported_also_in_front_of_a_normalization() => ReportsAsync(Network("3, 16, 16", """
            [Conv2d(8, 3, Activation.Linear, {|INIT2001:Init.Zeros|}, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Norm1 { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    // Fixup, ReZero: the branch learns as soon as the stream has a gradient.
    [Fact]
    public Task A_residual_branch_may_end_in_zeros() => ReportsAsync(Network("100", """
            [Dense(100, Activation.Relu)] public partial DenseLayer Stem { get; }
            [Dense(100, Activation.Relu)] public partial DenseLayer Up { get; }
            [Dense(100, Activation.Linear, Init.Zeros)] public partial DenseLayer Down { get; }
            [Add(nameof(Stem))] public partial Layer Sum { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    [Fact]
    public Task Small_weights_of_a_plain_chain_of_convolutions_let_the_signal_vanish() => ReportsAsync(Network("3, 32, 32", """
            [Conv2d(64, 3, Activation.Tanh, {|INIT3001:Init.Normal|}, StdDev = 0.003, Padding = 1, Repeat = 8)] public partial LayerStack Convs { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    // Linear layers on both sides of a sum are no stack of two.
    [Fact]
    public Task Linear_layers_that_a_sum_stands_between_do_not_collapse() => ReportsAsync(Network("100", """
            [Dense(100)] public partial DenseLayer Stem { get; }
            [Dense(100, Activation.Relu)] public partial DenseLayer Up { get; }
            [Dense(100, Activation.Linear, Init.LeCunNormal)] public partial DenseLayer Down { get; }
            [Add(nameof(Stem))] public partial Layer Sum { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    private static string Pooled(string input, double stdDev) => Network("3, 16, 16" + input, string.Create(CultureInfo.InvariantCulture, $$"""
            [Conv2d(64, 3, Activation.Relu, Init.Normal, StdDev = {{stdDev}})] public partial Layer Conv1 { get; }
            [MaxPool2d(2)] public partial Layer Pool1 { get; }
            [Conv2d(64, 3, Activation.Relu, Init.Normal, StdDev = {{stdDev}})] public partial Layer Conv2 { get; }
            [MaxPool2d(2)] public partial Layer Pool2 { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(10, Activation.Softmax, Init.Normal, StdDev = {{stdDev}})] public partial DenseLayer Output { get; }
        """));

    private static string Network(string shape, string layers) => $$"""
        using InitGen;

        [Network({{shape}})]
        public sealed partial class Net
        {
        {{layers}}
        }
        """;
}
