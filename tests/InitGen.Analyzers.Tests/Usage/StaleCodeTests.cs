using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using InitGen.Analyzers.Usage;
using InitGen.Reading;
using InitGen.Testing;

namespace InitGen.Analyzers.Tests.Usage;

/// <summary>While a network is edited, generated code can be that of an earlier state.</summary>
public class StaleCodeTests
{
    [Fact]
    public Task The_parameter_count_is_the_declared_one_and_lengths_made_of_the_generated_one_are_unknown()
    {
        const string Generated = """
            partial class Regression
            {
                public const int ParameterCount = 50;

                public partial InitGen.DenseLayer Output => throw new System.NotSupportedException();

                public Regression(System.Memory<float> parameters) => throw new System.NotSupportedException();
            }
            """;
        var test = new StaleTest
        {
            TestState =
            {
                Sources =
                {
                    """
                    [InitGen.Network(20)]
                    public sealed partial class Regression
                    {
                        [InitGen.Dense(3)] public partial InitGen.DenseLayer Output { get; }
                    }

                    public static class Code
                    {
                        public static Regression Stale() => new({|INIT4003:new float[50]|});

                        public static Regression Declared() => new(new float[63]);

                        public static Regression Generated() => new(new float[Regression.ParameterCount]);

                        public static Regression More() => new(new float[2 * Regression.ParameterCount]);
                    }
                    """,
                    ($"/generated/{HintName.Of(CompiledNetworks.Compilation.GetTypeByMetadataName("Regression")!)}", Generated),
                },
            },
        };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class StaleTest : CSharpAnalyzerTest<UsageAnalyzer>
    {
        protected override IEnumerable<Type> GetSourceGenerators() => [];
    }
}
