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
    private static readonly string[] OptionalArguments =
    [
        "Gain = 2", "Gain = 0", "StdDev = 0.1", "StdDev = -1", "Limit = 0.5", "Limit = double.NaN", "Value = 0.25", "NonZeros = 2", "NonZeros = 0",
        "FanMode = FanMode.Out", "FanMode = (FanMode)9", "Truncated = true", "Slope = 0.3", "UseBias = false", "Bias = 1", "BiasStdDev = 0.1",
        "Initializer = typeof(Own)", "Initializer = typeof(string)", "Repeat = 3", "Repeat = 0",
    ];

    [Fact]
    public void A_network_is_generated_and_compiles_exactly_where_no_rule_is_broken()
    {
        Prop.ForAll(Definition().ToArbitrary(), source =>
        {
            GenerationResult result = Definitions.Generate(source);

            Assert.Equal(!Definitions.Check(result.Compilation).Any(), result.HasNetwork());
            result.VerifyCompiles(TestContext.Current.CancellationToken);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private static Gen<string> Definition() =>
        from inputs in Gen.Elements(1, 3, 7)
        from layers in Layer().ListOf(3)
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

    private static Gen<string> Layer() =>
        from units in Gen.Frequency((9, Gen.Elements(1, 3, 7)), (1, Gen.Elements(0, -1)))
        from activation in Gen.Frequency((9, Member<Activation>()), (1, Gen.Constant("(Activation)99")))
        from init in Gen.Frequency((9, Member<Init>()), (1, Gen.Constant("(Init)(-1)")))
        from count in Gen.Choose(0, 2)
        from arguments in Gen.Shuffle(OptionalArguments)
        let written = arguments.DistinctBy(argument => argument.Split(' ')[0]).Take(count)
        let type = written.Any(argument => argument.StartsWith("Repeat", StringComparison.Ordinal)) ? "DenseStack" : "DenseLayer"
        select string.Create(
            CultureInfo.InvariantCulture,
            $"[Dense({units}, {activation}, {string.Join(", ", written.Prepend(init))})] public partial {type}");

    private static Gen<string> Member<TEnum>()
        where TEnum : struct, Enum => Gen.Elements(Enum.GetValues<TEnum>()).Select(member => $"{typeof(TEnum).Name}.{member}");
}
