using System;
using System.Linq;
using InitGen.Propagation;

namespace InitGen.Reporting.Tests;

public sealed class FindingTests
{
    [Fact]
    public void Nothing_is_found_where_the_signal_arrives() => Assert.Empty(Findings<Healthy>());

    [Fact]
    public void Vanishing_activations_are_found_at_the_first_layer_that_loses_them() =>
        AssertSingle<Vanishing>(FindingKind.VanishingActivations,
            3,
            @"Layer 3 'Hidden\.2': the activations' standard deviation falls to 0\.2\d+ % of the input's, below 1 %, "
                + @"as predicted \(0\.2\d+ %\); it shrinks by a factor of 0\.14\d? a layer\.");

    [Fact]
    public void Exploding_activations_are_found() =>
        AssertSingle<Exploding>(FindingKind.ExplodingActivations,
            2,
            @"Layer 2 'Hidden\.1': the activations' standard deviation rises to \d{3} times the input's, above 30 times, "
                + @"as predicted \(\d{3} times\); it grows by a factor of 14\.\d a layer\.");

    [Fact]
    public void Saturated_units_are_found() =>
        AssertSingle<Saturated>(FindingKind.SaturatedUnits,
            1,
            @"Layer 1 'Hidden\.0': 8\d(\.\d)? % of the units are saturated, more than 50 %, as predicted \(83\.2 %\)\.");

    [Fact]
    public void Inactive_units_are_found() =>
        AssertSingle<Dead>(FindingKind.DeadUnits,
            1,
            @"Layer 1 'Hidden': 100 % of the units are inactive, more than 95 %, as predicted \(100 %\)\.");

    [Fact]
    public void Vanishing_gradients_are_found_where_they_fall_below_the_threshold() =>
        AssertSingle<LostGradients>(
            FindingKind.VanishingGradients,
            1,
            @"Layer 1 'Hidden\.0': the largest gradient of the weights, at layer 5 'Output', is \S+ % of the last layer's, below 0\.4 %, "
                + @"as predicted \(\S+ %\); layer 4 'Hidden\.3' gives nearly the same for every input: of its activations' standard "
                + @"deviation of 0\.\d+, \S+ tells inputs apart\.");

    [Fact]
    public void A_signal_within_the_bounds_of_its_prediction_does_not_deviate() => Assert.Empty(Findings<Pooled>());

    [Fact]
    public void A_prediction_in_bounds_is_said_as_such()
    {
        Finding measured = Assert.Single(Findings<VanishingPooled>());
        Assert.Matches(@"Layer 3 'Conv2': the activations' standard deviation falls to .*, as predicted \(\S+ to \S+ %\)", measured.Text.Replace(" % to", " to"));
        SignalReport report = SignalReport.Measure<VanishingPooled>(seed: 1, InputSource.StandardNormal(100, seed: 1));
        Assert.Matches(
            @"Layer 3 'Conv2': the activations' standard deviation is predicted to fall to at most \S+ % of the input's, below 1 %.* \(by how alike neighbouring positions are\)\.",
            report.Networks[0].PredictedFinding!.Text);
    }

    [Fact]
    public void Zero_weights_give_copied_units_and_no_signal()
    {
        Finding[] findings = Findings<Zero>();
        Assert.Equal([FindingKind.CopiedUnits, FindingKind.NoSignal], findings.Select(finding => finding.Kind));
        Assert.Equal(
            "Layer 1 'Hidden.0': 29 of 30 units are exact copies of another (and 1 more layer alike); no training parts them.",
            findings[0].Text);
        Assert.Equal("Layer 1 'Hidden.0': all units give the same for every input, so that no signal passes.", findings[1].Text);
    }

    [Fact]
    public void A_last_layer_of_zeros_learns()
    {
        Assert.Empty(Findings<LogisticRegression>());
        Assert.Empty(Findings<ZeroOutput>());
        Assert.Empty(Findings<LowRank>());
    }

    [Fact]
    public void A_last_layer_of_zeros_that_gets_no_gradient_passes_no_signal()
    {
        var options = new SignalReportOptions { OutputGradient = (_, _, gradients) => gradients.Clear() };
        Finding finding = Assert.Single(
            SignalReport.Measure<ZeroOutput>(1, InputSource.StandardNormal(200, seed: 1), options).Networks[0].Findings);
        Assert.Equal((FindingKind.NoSignal, 2), (finding.Kind, finding.Layer));
    }

    [Fact]
    public void Layers_that_give_nearly_the_same_for_every_input_are_found() =>
        AssertSingle<SameForEveryInput>(
            FindingKind.VanishingGradients,
            2,
            @"Layer 2 'Hidden\.1': 0\.01\d* % of the activations differs from input to input, less than 0\.1 %, so that no weight gets a "
                + @"gradient to speak of, as predicted \(0\.01\d* %\)\.");

    [Fact]
    public void A_signal_that_tells_inputs_less_apart_than_predicted_is_found()
    {
        float[] inputs = new float[200 * 50];
        Initializers.Normal(inputs, mean: 1, stdDev: 0.001, seed: 1, stream: 1);
        Finding finding = Assert.Single(SignalReport.Measure<Healthy>(1, inputs).Networks[0].Findings);
        Assert.Equal(FindingKind.VanishingGradients, finding.Kind);
        Assert.Matches(@"of its activations' standard deviation of 0\.3\d+, 0\.000\d+ tells inputs apart\.$", finding.Text);
    }

    [Fact]
    public void A_single_input_is_no_reason_for_a_finding() =>
        Assert.Empty(SignalReport.Measure<Healthy>(1, InputSource.StandardNormal(1, seed: 1)).Networks[0].Findings);

    [Fact]
    public void Copies_that_the_next_layer_weighs_differently_are_parted_by_their_gradients() =>
        AssertSingle<Equal>(
            FindingKind.CopiedUnits, 1, @"Layer 1 'Hidden': 29 of 30 units are exact copies of another; only their gradients part them\.");

    [Fact]
    public void Inputs_that_are_no_numbers_are_counted()
    {
        float[] inputs = new float[400];
        inputs.AsSpan(0, 200).Fill(1);
        inputs[3] = float.NaN;
        inputs[5] = float.PositiveInfinity;
        Finding finding = SignalReport.Measure<Healthy>(1, inputs).Networks[0].Findings[0];
        Assert.Equal((FindingKind.NonFiniteValues, 0), (finding.Kind, finding.Layer));
        Assert.StartsWith("2 values of the inputs are NaN or infinite", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signal_that_overflows_is_found()
    {
        var network = new Healthy(seed: 1);
        network.Hidden[1].Weights.Fill(float.MaxValue);
        Finding finding = SignalReport.Measure(network, InputSource.StandardNormal(10, seed: 1)).Networks[0].Findings[0];
        Assert.Equal((FindingKind.NonFiniteValues, 2), (finding.Kind, finding.Layer));
    }

    [Fact]
    public void Inputs_other_than_declared_are_found_as_a_deviation()
    {
        float[] inputs = new float[2000];
        Initializers.Normal(inputs, mean: 0, stdDev: 0.2, seed: 1, stream: 1);
        Finding finding = Assert.Single(SignalReport.Measure<Healthy>(1, inputs).Networks[0].Findings);
        Assert.Equal((FindingKind.Deviation, 1), (finding.Kind, finding.Layer));
        Assert.Matches(
            @"^Layer 1 'Hidden\.0': the activations' standard deviation is 0\.1\d+, where 0\.62\d was predicted\.$", finding.Text);
    }

    [Fact]
    public void Healthy_networks_of_few_units_are_no_deviation()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            Assert.Empty(SignalReport.Measure<Regression>(seed, InputSource.StandardNormal(100, seed)).Networks[0].Findings);
        }
    }

    [Fact]
    public void Larger_inputs_than_declared_are_found_in_a_network_of_few_units()
    {
        float[] inputs = new float[13 * 100];
        Initializers.Normal(inputs, mean: 0, stdDev: 3, seed: 1, stream: 1);
        Finding finding = Assert.Single(SignalReport.Measure<Regression>(1, inputs).Networks[0].Findings);
        Assert.Equal((FindingKind.Deviation, 1), (finding.Kind, finding.Layer));
    }

    [Fact]
    public void Weights_of_another_mean_than_was_told_are_found()
    {
        Finding finding = Findings<UntrueWeights>()[0];
        Assert.Equal((FindingKind.Deviation, 1), (finding.Kind, finding.Layer));
        Assert.Matches(
            @"^Layer 1 'Hidden': the weights have a mean of 0\.(49|50)\d* and a standard deviation of 0\.2[89]\d*, where \[WeightVariance\] tells 0 and 0\.289\.$",
            finding.Text);
        Assert.Matches(@"^Tell what is drawn, a variance of 0\.08\d* and Mean = 0\.(49|50)\d*, or draw what is told\.$", finding.Remedy);
        Assert.DoesNotContain(Findings<TrueWeights>(), other => other.Text.Contains("[WeightVariance]", StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_that_were_trained_are_nobodys_promise()
    {
        NetworkReport report = SignalReport.Measure(new UntrueWeights(1), InputSource.StandardNormal(200, seed: 1)).Networks[0];
        Assert.DoesNotContain(report.Findings, other => other.Text.Contains("[WeightVariance]", StringComparison.Ordinal));
    }

    [Fact]
    public void Thresholds_are_the_callers()
    {
        var options = new SignalReportOptions { Thresholds = new SignalThresholds { MinimumActivationStdDev = 0.5 } };
        Finding finding =
            Assert.Single(SignalReport.Measure<Healthy>(1, InputSource.StandardNormal(100, seed: 1), options).Networks[0].Findings);
        Assert.Equal(FindingKind.VanishingActivations, finding.Kind);
    }

    private static Finding[] Findings<TNetwork>()
        where TNetwork : INetwork<TNetwork> =>
        [.. SignalReport.Measure<TNetwork>(1, InputSource.StandardNormal(200, seed: 1)).Networks[0].Findings];

    private static void AssertSingle<TNetwork>(FindingKind kind, int layer, string pattern)
        where TNetwork : INetwork<TNetwork>
    {
        Finding finding = Assert.Single(Findings<TNetwork>());
        Assert.Equal((kind, layer), (finding.Kind, finding.Layer));
        Assert.Matches($"^{pattern}$", finding.Text);
    }
}
