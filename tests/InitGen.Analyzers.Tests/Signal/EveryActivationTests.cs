using System;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Activations;

namespace InitGen.Analyzers.Tests.Signal;

/// <summary>Rules that depend on what an activation is like ask the activation: a new one escapes none of them.</summary>
public class EveryActivationTests
{
    public static TheoryData<Activation> Hidden =>
        [.. Enum.GetValues<Activation>().Where(static activation => activation != Activation.Softmax)];

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task Weights_that_suit_another_kind_of_activation_are_reported(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation);
        Assert.Equal(function.IsRectifier, await IsReportedAsync(["INIT2003"], activation, "Init.XavierNormal"));
        Assert.Equal(function.IsRectifier, await IsReportedAsync(["INIT2010"], activation, "Init.Orthogonal"));
        Assert.Equal(function.SuitsXavier, await IsReportedAsync(["INIT2004"], activation, "Init.HeNormal"));
        Assert.Equal(function.SuitsHe, await IsReportedAsync(["INIT2009"], activation, "Init.HeNormal, Gain = 1.4141"));
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task Units_that_a_bias_silences_are_reported(Activation activation)
    {
        // Some pass the same gradient, or nearly, wherever they are; stacked sigmoids are a cause of their own.
        bool canBeSilent = ActivationFunction.Of(activation).IsSaturated(-20);
        Assert.Equal(canBeSilent, await IsReportedAsync(["INIT2006", "INIT2011", "INIT3003", "INIT3006"], activation, "Init.Auto, Bias = -20"));
    }

    private static async Task<bool> IsReportedAsync(string[] ids, Activation activation, string initializer)
    {
        string source = Verify.Network(500, $"500, Activation.{activation}, {initializer}, Repeat = 5", "10, Activation.Softmax");
        var (diagnostics, _) = await new NetworkAnalysis().RunAsync([source], TestContext.Current.CancellationToken);
        return diagnostics.Any(diagnostic => ids.Contains(diagnostic.Id));
    }
}
