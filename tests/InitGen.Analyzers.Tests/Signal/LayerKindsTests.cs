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

    [Fact]
    public Task Equal_weights_behind_a_normalization_do_not_part_the_copies_in_front_of_it() => SaysAsync(
        "INIT2002",
        Network("3, 16, 16", """
            [Conv2d(8, 3, Activation.Linear, {|#0:Init.Constant|}, Value = 0.1, UseBias = false)] public partial Layer Conv1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Norm1 { get; }
            [GlobalAvgPool] public partial Layer Pool { get; }
            [Dense(10, Activation.Linear, Init.Constant, Value = 0.1)] public partial DenseLayer Output { get; }
        """),
        "'Conv1' has the same weight everywhere, so its 8 units stay copies of each other for ever, as the weights behind them are equal too: "
            + "predicted standard deviation 0.739 at layer 'Conv1' with XavierUniform; use XavierUniform");

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

    [Fact]
    public Task Depthwise_convolutions_as_MobileNet_has_them_are_silent() => ReportsAsync(Network("3, 32, 32", """
            [Conv2d(32, 3, Stride = 2, Padding = 1, UseBias = false)] public partial Layer Stem { get; }
            [BatchNorm(Activation.Relu)] public partial Layer StemNorm { get; }
            [DepthwiseConv2d(3, Padding = 1, UseBias = false)] public partial Layer Depthwise { get; }
            [BatchNorm(Activation.Relu)] public partial Layer DepthwiseNorm { get; }
            [Conv2d(64, 1, UseBias = false)] public partial Layer Pointwise { get; }
            [BatchNorm(Activation.Relu)] public partial Layer PointwiseNorm { get; }
            [GlobalAvgPool] public partial Layer Pool { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    [Fact]
    public Task Weights_of_a_depthwise_convolution_that_suit_no_rectifier_are_reported() => ReportsAsync(Network("64, 16, 16", """
            [DepthwiseConv2d(3, Activation.Relu, {|INIT2003:Init.LeCunNormal|}, Padding = 1)] public partial Layer Conv1 { get; }
            [Conv2d(64, 1, Activation.Relu, {|INIT2003:Init.LeCunNormal|})] public partial Layer Conv2 { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    // DCGAN's generator, with weights that suit it.
    [Fact]
    public Task A_generator_of_transposed_convolutions_is_silent() => ReportsAsync(Network("100, 1, 1", """
            [ConvTranspose2d(128, 4, UseBias = false)] public partial Layer Up1 { get; }
            [BatchNorm(Activation.Relu)] public partial Layer Norm1 { get; }
            [ConvTranspose2d(64, 4, Activation.Relu, Stride = 2, Padding = 1)] public partial Layer Up2 { get; }
            [ConvTranspose2d(3, 4, Activation.Tanh, Stride = 2, Padding = 1)] public partial Layer Up3 { get; }
        """));

    // By PyTorch's fans, 64·16 and 32·16, the weights of the first would keep a quarter of the variance; by those of the sum, 32·4, all.
    [Fact]
    public Task Weights_of_a_transposed_convolution_that_suit_no_rectifier_are_reported() => ReportsAsync(Network("32, 8, 8", """
            [ConvTranspose2d(64, 4, Activation.Relu, {|INIT2003:Init.LeCunNormal|}, Stride = 2, Padding = 1)] public partial Layer Up1 { get; }
            [ConvTranspose2d(64, 4, Activation.Relu, {|INIT2003:Init.LeCunNormal|}, Stride = 2, Padding = 1)] public partial Layer Up2 { get; }
            [Flatten] public partial Layer Flat { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    // As in AlexNet and VGG.
    [Fact]
    public Task Dropout_between_dense_layers_is_silent() => ReportsAsync(Network("256, 3, 3", """
            [Flatten] public partial Layer Flat { get; }
            [Dense(512, Activation.Relu)] public partial DenseLayer Fc1 { get; }
            [Dropout(0.5)] public partial Layer Drop1 { get; }
            [Dense(512, Activation.Relu)] public partial DenseLayer Fc2 { get; }
            [Dropout(0.5)] public partial Layer Drop2 { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        """));

    // Each doubles the second moment, which He's weights keep.
    [Fact]
    public Task Dropout_that_makes_the_signal_explode_is_reported() => ReportsAsync(Network("500", """
            [Dropout(0.5)] public partial Layer Drop0 { get; }
            [Dense(500, Activation.Relu, Init.HeNormal)] public partial DenseLayer Fc1 { get; }
            [{|INIT3002:Dropout(0.5, Repeat = 10)|}] public partial LayerStack Drop1 { get; }
            [Dense(500, Activation.Relu, Init.HeNormal)] public partial DenseLayer Fc2 { get; }
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
