using System;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using InitGen.Testing.Generators;

namespace InitGen.Generator.Tests;

/// <summary>Networks with arguments drawn at random, right and wrong.</summary>
public class AnyDefinitionTests
{
    private static readonly string[] RandomArguments =
    [
        "Gain = 2", "Gain = 0", "StdDev = 0.1", "StdDev = -1", "Limit = 0.5", "Limit = double.NaN", "Value = 0.25", "NonZeros = 2", "NonZeros = 0",
        "FanMode = FanMode.Out", "FanMode = (FanMode)9", "Truncated = true", "Slope = 0.3", "UseBias = false", "Bias = 1", "BiasStdDev = 0.1",
        "Initializer = typeof(Own)", "Initializer = typeof(string)", "Repeat = 3", "Repeat = 0",
    ];

    [Fact]
    public void A_network_is_generated_and_compiles_exactly_where_no_rule_is_broken()
    {
        int generated = 0;
        int refused = 0;
        Prop.ForAll(Definition().ToArbitrary(), source =>
        {
            GenerationResult result = Definitions.Generate(source);

            Assert.Equal(!Definitions.Check(result.Compilation).Any(), result.HasNetwork());
            result.VerifyCompiles(TestContext.Current.CancellationToken);
            _ = result.HasNetwork() ? generated++ : refused++;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

        Assert.True(generated > 10 && refused > 10, $"{generated} were generated and {refused} refused.");
    }

    private static Gen<string> Definition() =>
        from inputs in Gen.Elements(1, 3, 7)
        from layers in Layer().ListOf(2)
        select $$"""
            [Network({{inputs}})]
            partial class Net
            {
                {{string.Join("\n    ", layers.Select((layer, index) => $"{layer} Layer{index} {{ get; }}"))}}
            }

            class Own : IWeightInitializer
            {
                public static void Initialize(System.Span<float> weights, WeightShape shape, ref PhiloxStream random) { }
            }
            """;

    // Mostly what the initializer needs and nothing else, so that about as many networks are right as are wrong.
    private static Gen<string> Layer() =>
        from units in Gen.Frequency((15, Gen.Elements(1, 3, 7)), (1, Gen.Constant(0)))
        from activation in Gen.Frequency((15, Gen.Elements(Enum.GetValues<Activation>())), (1, Gen.Constant((Activation)99)))
        from init in Gen.Frequency((15, Gen.Elements(Enum.GetValues<Init>())), (1, Gen.Constant((Init)99)))
        from count in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Constant(1)))
        from random in Gen.Shuffle(RandomArguments)
        let arguments = Needed(init).Concat(random.Take(count)).DistinctBy(argument => argument.Split(' ')[0]).ToList()
        let type = arguments.Any(argument => argument.StartsWith("Repeat", StringComparison.Ordinal)) ? "DenseStack" : "DenseLayer"
        select string.Create(
            CultureInfo.InvariantCulture,
            $"[Dense({units}, (Activation){(int)activation}, {string.Join(", ", arguments.Prepend($"(Init){(int)init}"))})] public partial {type}");

    private static string[] Needed(Init init) => init switch
    {
        Init.Normal or Init.TruncatedNormal => ["StdDev = 0.2"],
        Init.Uniform => ["Limit = 0.2"],
        Init.Constant => ["Value = 0.2"],
        Init.Sparse => ["NonZeros = 2", "StdDev = 0.2"],
        Init.Custom => ["Initializer = typeof(Own)"],
        _ => [],
    };
}
