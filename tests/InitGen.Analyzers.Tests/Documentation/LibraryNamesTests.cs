using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using InitGen.Runtime.Tests.Files;
using InitGen.Testing.Generators;
using InitGen.Testing.Snapshots;

namespace InitGen.Analyzers.Tests.Documentation;

/// <summary>What docs/other-libraries.md calls the same is the same.</summary>
public sealed partial class LibraryNamesTests(LibraryNamesTests.PageRows rows) : IClassFixture<LibraryNamesTests.PageRows>
{
    private const int Inputs = 300;
    private const int Units = 200;
    private const double KurtosisTolerance = 0.12;

    // Mean, standard deviation and kurtosis by the formulas of Keras' documentation, for a kernel of 300 inputs and 200 units.
    private static readonly Dictionary<string, Moments> Keras = new()
    {
        ["Zeros()"] = new(0, 0, 0),
        ["Ones()"] = new(1, 0, 0),
        ["Constant(0.1)"] = new(0.1, 0, 0),
        ["Identity()"] = new(1.0 / Inputs, Math.Sqrt((1.0 / Inputs) - (1.0 / Inputs / Inputs)), Inputs),
        ["RandomNormal(stddev=0.05)"] = new(0, 0.05, Moments.OfNormal),
        ["RandomUniform(-0.05, 0.05)"] = new(0, 0.1 / Math.Sqrt(12), Moments.OfUniform),
        ["TruncatedNormal(stddev=0.05)"] = new(0, 0.05 * 0.87962566, Moments.OfTruncatedNormal),
        ["GlorotUniform()"] = new(0, Math.Sqrt(6.0 / (Inputs + Units)) / Math.Sqrt(3), Moments.OfUniform),
        ["GlorotNormal()"] = new(0, Math.Sqrt(2.0 / (Inputs + Units)), Moments.OfTruncatedNormal),
        ["HeUniform()"] = new(0, Math.Sqrt(6.0 / Inputs) / Math.Sqrt(3), Moments.OfUniform),
        ["HeNormal()"] = new(0, Math.Sqrt(2.0 / Inputs), Moments.OfTruncatedNormal),
        ["LecunUniform()"] = new(0, Math.Sqrt(3.0 / Inputs) / Math.Sqrt(3), Moments.OfUniform),
        ["LecunNormal()"] = new(0, Math.Sqrt(1.0 / Inputs), Moments.OfTruncatedNormal),
        ["Orthogonal()"] = new(0, Math.Sqrt(1.0 / Inputs), Moments.OfNormal),
        ["VarianceScaling(2.0, mode='fan_out', distribution='untruncated_normal')"] = new(0, Math.Sqrt(2.0 / Units), Moments.OfNormal),
        ["VarianceScaling(1.5, mode='fan_avg', distribution='uniform')"] = new(0, Math.Sqrt(1.5 / ((Inputs + Units) / 2.0)), Moments.OfUniform),
    };

    [Fact]
    public void The_page_has_rows_of_both_libraries() =>
        Assert.Equal((21, Keras.Count), (rows.All.Count(static row => row.IsTorch), rows.All.Count(static row => !row.IsTorch)));

    [Fact]
    public void An_attribute_draws_what_the_function_beside_it_draws() => Assert.All(
        rows.All, static row => AssertSame(row.Function, row.Attribute));

    [Fact]
    public void Initializers_of_Keras_have_the_moments_of_its_documentation() => Assert.All(
        rows.All.Where(static row => !row.IsTorch), static row => AssertSame(Keras[row.Name], row.Attribute));

    [Fact]
    public void Initializers_of_PyTorch_have_the_moments_that_PyTorch_draws()
    {
        Python.Require();
        Row[] torch = [.. rows.All.Where(static row => row.IsTorch)];
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string expressions = Path.Combine(folder.FullName, "expressions.txt");
            string moments = Path.Combine(folder.FullName, "moments.txt");
            File.WriteAllLines(expressions, torch.Select(static row => row.Name));
            Python.Run(Path.Combine(AppContext.BaseDirectory, "torch_moments.py"), expressions, moments);
            Assert.All(torch.Zip(File.ReadLines(moments).Select(Moments.Parse)), static pair => AssertSame(pair.Second, pair.First.Attribute));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertSame(Moments expected, Moments actual)
    {
        Assert.Equal(expected.Mean, actual.Mean, 0.02 * Math.Max(expected.StdDev, 1e-3));
        // Five standard errors of the difference between two samples; the weights of Sparse have a kurtosis of 60.
        double tolerance = 5 * Math.Sqrt(Math.Max(expected.Kurtosis - 1, 0) / (2.0 * Inputs * Units));
        Assert.InRange(actual.StdDev, (expected.StdDev * (1 - tolerance)) - 1e-9, (expected.StdDev * (1 + tolerance)) + 1e-9);
        Assert.InRange(actual.Kurtosis, expected.Kurtosis * (1 - KurtosisTolerance), expected.Kurtosis * (1 + KurtosisTolerance));
    }

    /// <summary>The shape of a distribution of weights.</summary>
    internal readonly record struct Moments(double Mean, double StdDev, double Kurtosis)
    {
        public const double OfNormal = 3;
        public const double OfUniform = 1.8;
        public const double OfTruncatedNormal = 2.3655; // cut at ±2: (3 − 14·t)/(1 − 2·t)², t = 2·φ(2)/(2·Φ(2) − 1)

        public static Moments Of(IReadOnlyCollection<float> weights)
        {
            double mean = weights.Average(static weight => (double)weight);
            double variance = weights.Average(weight => Math.Pow(weight - mean, 2));
            double kurtosis = variance > 1e-20 ? weights.Average(weight => Math.Pow(weight - mean, 4)) / (variance * variance) : 0;
            return new Moments(mean, Math.Sqrt(variance), kurtosis);
        }

        public static Moments Parse(string line)
        {
            double[] values = [.. line.Split(' ').Select(static value => double.Parse(value, CultureInfo.InvariantCulture))];
            return new Moments(values[0], values[1], values[2]);
        }
    }

    /// <summary>A row of the page.</summary>
    internal sealed record Row(string Name, bool IsTorch, Moments Attribute, Moments Function);

    /// <summary>The rows of the page, with what the code in them draws.</summary>
    public sealed partial class PageRows
    {
        /// <summary>Compiles the code of the page and runs it.</summary>
        public PageRows()
        {
            IReadOnlyList<Match> matches = TableRow().Matches(File.ReadAllText(RepositoryRoot.Combine("docs/other-libraries.md")));
            Assembly assembly = Compile(string.Join('\n', matches.Select(static (match, row) => $$"""
                [InitGen.Network({{Inputs}})]
                public sealed partial class Network{{row}}
                {
                    {{match.Groups["attribute"]}} public partial DenseLayer Layer { get; }

                    public static float[] Attribute() => new Network{{row}}(seed: 7).Layer.Weights.ToArray();

                    public static float[] Function()
                    {
                        ulong seed = 8, stream = 9;
                        int n = {{Inputs}}, m = ParameterCount / ({{Inputs}} + 1);
                        float[] w = new float[m * n];
                        {{match.Groups["function"]}};
                        return w;
                    }
                }
                """)));
            All =
            [
                .. matches.Select((match, row) => new Row(
                    match.Groups["name"].Value,
                    !IsUpper(match.Groups["name"].Value),
                    Weights(assembly, $"Network{row}", "Attribute"),
                    Weights(assembly, $"Network{row}", "Function"))),
            ];
        }

        /// <summary>All rows.</summary>
        internal IReadOnlyList<Row> All { get; }

        // Keras' initializers are classes, PyTorch's functions of modules.
        private static bool IsUpper(string name) => char.IsUpper(name[0]);

        private static Assembly Compile(string source)
        {
            GenerationResult result = new GeneratorSession<NetworkGenerator>("using System;\nusing InitGen;\n" + source)
                .Run(TestContext.Current.CancellationToken);
            result.VerifyCompiles(TestContext.Current.CancellationToken);
            using MemoryStream assembly = new();
            Assert.True(result.Compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);
            assembly.Position = 0;
            return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly);
        }

        private static Moments Weights(Assembly assembly, string network, string method) =>
            Moments.Of((float[])assembly.GetType(network, throwOnError: true)!.GetMethod(method)!.Invoke(null, [])!);

        [GeneratedRegex("^\\| `(?<name>[^`]+)`.* \\| `(?<attribute>\\[Dense\\([^`]+\\)\\])` \\| `(?<function>[^`]+)` \\|$", RegexOptions.Multiline)]
        private static partial Regex TableRow();
    }
}
