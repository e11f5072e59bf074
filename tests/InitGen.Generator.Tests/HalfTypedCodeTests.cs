using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;

namespace InitGen.Generator.Tests;

/// <summary>Code that is wrong in ways that the compiler has words for, or not finished.</summary>
public class HalfTypedCodeTests
{
    [Theory]
    [InlineData("[Network(] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(\"3\")] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3, 4)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(inputs: 3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(InputSize = 3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3, InputMean = )] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3, InputMean = 1, InputMean = 2)] partial class Net { [Dense(Missing)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense()] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, Activation.)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, Activation.Reluu)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, 1)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3.5)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3000000000)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, Init = Init.Normal)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, StdDev = \"x\")] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, StdDev)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, Nothing = 1)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, Repeat = (int)null)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(Size)] public partial DenseLayer Hidden { get; } static int Size = 3; }")]
    [InlineData("[Network(3)] partial class Net { [Dense(new int[0])] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(null)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, Activation.Relu, Init.Custom, Initializer = typeof(Missing))] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, Activation.Relu, Init.Custom, Initializer = typeof())] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3, Activation.Relu, Init.Custom, Initializer = typeof(System.Lazy<Missing[]>))] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public partial Missing Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public partial Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer { get; } }")]
    [InlineData("[Network(3)] partial class { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] enum Net { }")]
    [InlineData("[Network(3)] delegate void Net();")]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public int Hidden; }")]
    public void Code_that_the_compiler_rejects_is_not_generated_and_does_no_harm(string source)
    {
        GenerationResult result = Definitions.Generate(source);
        Definitions.Check(result.Compilation);

        Assert.Contains(
            result.Compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree?.FilePath == "/0/Test1.cs");
        Assert.False(result.HasNetwork());
    }

    [Theory]
    [InlineData("Missing")]
    [InlineData("")]
    [InlineData("3, Activation.Missing, Init.Normal, StdDev = 0.1")]
    [InlineData("3, Activation.Relu, Init.Normal, StdDev = ")]
    [InlineData("3, Activation.Relu, Init., StdDev = 0.1")]
    [InlineData("3, Activation.Relu, Init.Custom, Initializer = typeof(Missing)")]
    [InlineData("Missing, Activation.Relu, Init.Identity")]
    public void What_the_compiler_does_not_understand_breaks_no_rule(string arguments) => Assert.Empty(Definitions.Check(
        Definitions.Generate($"[Network(3)] partial class Net {{ [Dense({arguments})] public partial DenseLayer Hidden {{ get; }} }}").Compilation));

    [Theory]
    [InlineData("[Network(3)] partial class Net : Missing { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3), Missing] partial class Net { [Dense(3), Missing(4)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3, InputMean = 1m)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } void Method() { Missing(); } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; }")]
    public void Mistakes_elsewhere_do_not_hide_a_network(string source) => Assert.True(Definitions.Generate(source).HasNetwork());

    [Theory]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } } [Network(4)] partial class Net { }")]
    [InlineData("[Network(3), Network(4)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } } [Network(3)] class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } } [Network(3)] partial interface Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("partial class Outer { [Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } } } partial struct Outer { [Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } } }")]
    [InlineData("partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } } partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    public void A_network_declared_twice_makes_one_file(string source) => Assert.Single(Definitions.Generate(source).Sources);

    [Fact]
    public void No_keystroke_makes_the_generator_throw()
    {
        const string Source = """
            [Network(3, InputStdDev = 2)]
            public partial class Net
            {
                /// <summary>Finds <see cref="Hidden"/>.</summary>
                [Dense(4, Activation.LeakyRelu, Init.Uniform, Limit = 0.1, Slope = 0.2)]
                public partial DenseLayer Hidden { get; }

                [Dense(4, init: Init.Custom, Initializer = typeof(Own), Repeat = 2)] internal partial DenseStack Last { get; }
            }
            """;
        for (int length = 0; length <= Source.Length; length++)
        {
            Definitions.Check(Definitions.Generate(Source[..length]).Compilation);
        }
    }
}
