using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Generator.Tests;

/// <summary>What a hover over a layer or a network shows.</summary>
public class DocumentationTests
{
    [Fact]
    public void A_layer_shows_its_numbers()
    {
        XElement documentation = OfLayer("");

        Assert.Equal("Layer 1 of 2: 784 → 500, Relu.", documentation.Element("summary")!.Value);
        Assert.Equal(
            [
                "Fan-in 784, fan-out 500. Weights HeNormal: N(0, σ²), σ = √(2/784) = 0.0505. Biases 0.",
                "Predicted: activation mean 0.564, std 0.826; 50 % of the units inactive; gradient std 0.14 times the last layer's.",
            ],
            Paragraphs(documentation));
    }

    [Fact]
    public void A_stack_shows_its_first_and_last_layer()
    {
        XElement documentation = Of("""
            using InitGen;

            [Network(1000)]
            partial class Net
            {
                [Dense(500, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 10)]
                public partial DenseStack Hidden { get; }
            }
            """, "Hidden");

        Assert.Equal("Layers 1 to 10 of 10: 1000 → 500, Tanh.", documentation.Element("summary")!.Value);
        Assert.Equal(
            [
                "Hidden.0:",
                "Fan-in 1000, fan-out 500. Weights Normal: N(0, σ²), σ = 0.01. Biases 0.",
                "Predicted: activation mean 0, std 0.29; 0 % of the units saturated; gradient std 1.28e-06, likely 1.16e-06 to 1.4e-06 times the last layer's.",
                "Hidden.9:",
                "Fan-in 500, fan-out 500. Weights Normal: N(0, σ²), σ = 0.01. Biases 0.",
                "Predicted: activation mean 0, std 4.04e-07, likely 3.62e-07 to 4.41e-07; 0 % of the units saturated.",
            ],
            Paragraphs(documentation));
    }

    [Theory]
    [InlineData(
        "DepthwiseConv2d(3, Activation.Relu, Padding = 1, Multiplier = 2)",
        "3×3 depthwise convolution, 8×6×6 → 16×6×6",
        "Fan-in 9, fan-out 18, effectively 7.11 and 14.2. Weights HeNormal: N(0, σ²), σ = √(2/9) = 0.471. Biases 0.")]
    [InlineData(
        "ConvTranspose2d(16, 3, Activation.Relu, Stride = 2, Padding = 1, OutputPadding = 1, Groups = 2)",
        "3×3 transposed convolution in 2 groups, 8×6×6 → 16×12×12",
        "Fan-in 9, fan-out 72, effectively 8.03 and 64.2. Weights HeNormal: N(0, σ²), σ = √(2/9) = 0.471. Biases 0.")]
    public void A_convolution_shows_its_fans_and_those_that_a_signal_meets(string attribute, string shape, string numbers)
    {
        XElement documentation = Of($$"""
            using InitGen;

            [Network(8, 6, 6)]
            partial class Net
            {
                [{{attribute}}]
                public partial Layer Conv { get; }
            }
            """, "Conv");

        Assert.Equal($"Layer 1 of 1: {shape}, Relu.", documentation.Element("summary")!.Value);
        Assert.Equal(numbers, Paragraphs(documentation)[0]);
    }

    [Fact]
    public void What_depends_on_how_alike_positions_are_is_a_range_that_says_so()
    {
        const string Source = """
            using InitGen;

            [Network(1, 32, 32)]
            partial class Net
            {
                [Conv2d(1000, 1, Activation.Relu, Init.HeNormal)]
                public partial Layer Conv { get; }

                [MaxPool2d(2)]
                public partial Layer Pool { get; }

                [Conv2d(1000, 1, Activation.Linear, Init.HeNormal)]
                public partial Layer Next { get; }

                [BatchNorm]
                public partial Layer Norm { get; }

                [GlobalAvgPool(Activation = Activation.Softmax)]
                public partial Layer Output { get; }
            }
            """;
        const string Reason = ", by how alike neighbouring positions are.";

        Assert.Equal("Predicted: activation mean 0.564, std 0.826; 50 % of the units inactive; gradient std 0.00167 to 0.00199 times the last layer's" + Reason, PredictionOf("Conv"));
        Assert.Equal("Predicted: activation mean 0.564 to 1.48, std 0.826 to 1.02; gradient std 0.00382 to 0.00473 times the last layer's" + Reason, PredictionOf("Pool"));
        Assert.Equal("Predicted: activation mean 0, std 1; gradient std 0.00391 times the last layer's.", PredictionOf("Norm"));
        Assert.Equal("Predicted: activation mean 0, std 0.0625 to 1; first cross-entropy 6.91 to 7.41, of equal logits ln 1,000 = 6.91" + Reason, PredictionOf("Output"));

        string PredictionOf(string layer) => Paragraphs(Of(Source, layer)).Last();
    }

    [Fact]
    public void What_cannot_be_predicted_is_unknown()
    {
        XElement documentation = OfLayer("", ", Activation.Relu, Init.Ones");

        Assert.Equal(
            "Predicted: activations unknown; gradient unknown.",
            Paragraphs(documentation).Last());
    }

    [Fact]
    public void The_users_summary_stays()
    {
        XElement documentation = OfLayer("/// <summary>Finds edges.</summary>");

        Assert.Equal("Finds edges.", Assert.Single(documentation.Elements("summary")).Value);
        Assert.Equal(2, Paragraphs(documentation).Length);
    }

    [Fact]
    public void The_users_remarks_stay_and_get_the_numbers()
    {
        XElement documentation = OfLayer("""
            /// <summary>Finds edges.</summary>
            /// <remarks>
            /// Smaller is <b>not</b> better.
            /// </remarks>
            /// <value>A view.</value>
            """);

        XElement remarks = Assert.Single(documentation.Elements("remarks"));
        Assert.StartsWith("Smaller is not better.", remarks.Value.Trim());
        Assert.Equal(2, remarks.Elements("para").Count());
        Assert.Equal("A view.", documentation.Element("value")!.Value);
    }

    [Fact]
    public void Comments_between_stars_stay()
    {
        XElement documentation = OfLayer("""
            /**
             * <summary>
             * Finds edges.
             * </summary>
             */
            """);

        Assert.Equal("Finds edges.", documentation.Element("summary")!.Value.Trim());
        Assert.Equal(2, Paragraphs(documentation).Length);
    }

    [Fact]
    public void References_and_code_stay()
    {
        XElement documentation = OfLayer("""
            /// <summary>As <see cref="Output"/>, <see cref="System.Collections.Generic.List{T}"/> and <see langword="null"/>, 1 &lt; 2.</summary>
            /// <example>
            /// <code>
            /// if (x)
            ///     y();
            /// </code>
            /// </example>
            """);

        Assert.Equal(
            ["P:Net.Output", "T:System.Collections.Generic.List`1"],
            documentation.Element("summary")!.Elements("see").Attributes("cref").Select(attribute => attribute.Value));
        Assert.Contains("1 < 2", documentation.Element("summary")!.Value);
        Assert.Contains("if (x)\n    y();", string.Join('\n', documentation.Descendants("code").Single().Value.Split('\n').Select(Unindented)));
    }

    [Fact]
    public void Inherited_documentation_stays()
    {
        XElement documentation = OfLayer("/// <inheritdoc cref=\"Output\"/>");

        Assert.Empty(documentation.Elements("summary"));
        Assert.Equal("P:Net.Output", documentation.Element("inheritdoc")!.Attribute("cref")!.Value);
        Assert.Equal(2, Paragraphs(documentation).Length);
    }

    [Theory]
    [InlineData("/// <summary>Finds <edges.</summary>")]
    [InlineData("/// <summary>As <see cref=\"Nothing\"/>.</summary>")]
    [InlineData("/// <include file='missing.xml' path='doc'/>")]
    [InlineData("/// <remarks/>")]
    [InlineData("///")]
    [InlineData("/// Finds edges.")]
    public void Unusual_comments_do_no_harm(string comment) => Assert.Equal(2, Paragraphs(OfLayer(comment)).Length);

    [Theory]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void What_is_included_stays_a_comment_whatever_ends_its_lines(string end)
    {
        const string Code = "[System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { }";
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string escaped = $"&#x{(int)end[0]:x};";
            File.WriteAllText(
                Path.Combine(folder, "texts.xml"),
                $"<doc><layer><summary>Finds edges.{escaped}{Code}{escaped}}} #error{end}{Code}</summary></layer></doc>");
            CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, xmlReferenceResolver: new XmlFileResolver(folder));
            GenerationResult result = new GeneratorSession<NetworkGenerator>(
                new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose),
                [Source("/// <include file='texts.xml' path='doc/layer/*'/>", "")],
                options).Run(TestContext.Current.CancellationToken);

            result.VerifyCompiles(TestContext.Current.CancellationToken);
            Assert.Contains("Finds edges.", Assert.Single(result.Sources).Value);
            Assert.Empty(result.Compilation.GetTypeByMetadataName("Net")!.GetMembers("Run"));
            Assert.DoesNotContain(
                Assert.Single(result.Run.GeneratedTrees).GetRoot(TestContext.Current.CancellationToken).DescendantTokens(),
                static token => token.Text == "ModuleInitializer");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void A_comment_of_lines_with_unusual_ends_stays_one(string end) =>
        Assert.Equal(2, Paragraphs(OfLayer($"/// <summary>Finds{end}/// edges.</summary>")).Length);

    [Fact]
    public void A_long_comment_full_of_starts_takes_no_longer_than_its_length_says()
    {
        // What begins 40,000 times and never ends took a minute where each beginning was sought an end.
        XElement documentation = OfLayer($"/// <summary>Finds <![CDATA[{string.Concat(Enumerable.Repeat("<!--", 40_000))}]]>.</summary>");

        Assert.Equal(2, Paragraphs(documentation).Length);
    }

    // Roslyn 4.14 loses count of the lines there, and throws when it looks for the line of an include that it cannot follow.
    [Fact]
    public void An_include_that_is_missing_does_no_harm_after_an_edit_between_carriage_return_and_line_feed()
    {
        GeneratorSession<NetworkGenerator> session = new(
            Source("", "").Replace("\n\n[Network", "\n/// <include file='missing.xml' path='doc'/>\n[Network").ReplaceLineEndings("\r\n"));
        IReadOnlyDictionary<string, string> first = session.Run(TestContext.Current.CancellationToken).Sources;

        session.Edit(0, "InitGen;\r\n", "InitGen;\r // Comment.\n");
        GenerationResult edited = session.Run(TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(edited.Run.Results).Exception);
        Assert.Equal(first, edited.Sources);
    }

    [Fact]
    public void A_network_shows_all_its_layers()
    {
        XElement documentation = Of(Source("", ", Activation.Relu"), null);

        Assert.Equal("A network of 2 layers, 784 → 10, with 397,510 parameters.", documentation.Element("summary")!.Value);
        Assert.Equal(
            [
                "Inputs of mean 0 and std 1 are assumed. SGD learns best at rates from about 0.00045 to 0.051.",
                "Hidden: 784 → 500, Relu, HeNormal: N(0, σ²), σ = √(2/784) = 0.0505. "
                    + "Predicted: activation mean 0.564, std 0.826; 50 % of the units inactive; gradient std 0.14 times the last layer's.",
                "Output: 500 → 10, Softmax, XavierUniform: U(−l, l), l = √(6/(500 + 10)) = 0.108, std 0.0626. "
                    + "Predicted: activation mean 0, std 1.4, likely 1.06 to 1.67, of which 1.16 tells inputs apart; "
                    + "first cross-entropy 3.1, of equal logits ln 10 = 2.3.",
            ],
            Paragraphs(documentation));
    }

    [Fact]
    public void A_networks_own_summary_stays_the_only_one()
    {
        XElement documentation = Of(Source("", "").Replace("[Network", "/// <summary>Reads digits.</summary>\n[Network"), null);

        Assert.Equal("Reads digits.", Assert.Single(documentation.Elements("summary")).Value);
        Assert.Equal(3, Paragraphs(documentation).Length);
    }

    private static string Unindented(string line) => line.StartsWith("    ") ? line[4..] : line;

    private static string[] Paragraphs(XElement documentation) =>
        [.. documentation.Elements("remarks").Elements("para").Select(paragraph => paragraph.Value)];

    private static XElement OfLayer(string comment, string arguments = ", Activation.Relu") => Of(Source(comment, arguments), "Hidden");

    private static XElement Of(string source, string? layer)
    {
        GenerationResult result = new GeneratorSession<NetworkGenerator>(source).Run(TestContext.Current.CancellationToken);
        result.VerifyCompiles(TestContext.Current.CancellationToken);
        INamedTypeSymbol network = result.Compilation.GetTypeByMetadataName("Net")!;
        ISymbol documented = layer is null ? network : network.GetMembers(layer).Single();
        return XElement.Parse(documented.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!);
    }

    private static string Source(string comment, string arguments) => $$"""
        using InitGen;

        [Network(784)]
        partial class Net
        {
        {{comment}}
            [Dense(500{{arguments}})]
            public partial DenseLayer Hidden { get; }

            [Dense(10, Activation.Softmax)]
            public partial DenseLayer Output { get; }
        }
        """;
}
