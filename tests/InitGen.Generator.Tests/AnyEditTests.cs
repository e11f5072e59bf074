using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Generator.Tests;

/// <summary>Edits at random of all files and settings of a project: after each, the generator makes what it makes of the same project at
/// first sight. INITGEN_EDITS says how many.</summary>
public class AnyEditTests
{
    private static readonly int Edits = int.Parse(Environment.GetEnvironmentVariable("INITGEN_EDITS") ?? "400", CultureInfo.InvariantCulture);

    // References take time to read, which all compilations share.
    private static readonly ImmutableArray<CSharpCompilation> Empty =
    [
        .. ((MetadataReference[][])[[], [AsFile(Library(3))], [AsFile(Library(4))], [Library(3).ToMetadataReference()]]).Select(static libraries =>
            CSharpCompilation.Create("Edited", references: [.. MetadataReferences.Default, .. libraries])),
    ];

    // The files of the project, with the texts that each can have; an empty one is deleted.
    private static readonly string[][] Files =
    [
        Networks("Net", "DenseLayer"),
        Networks("Net2", "Wrong"),
        [.. Networks("Net", "DenseLayer").Select(static text => "namespace Samples.Deep { " + text + " }")],
        ["", "namespace Samples; static class Init { public const int Units = 3; public const double Std = 0.1; public const int HeNormal = 2; }",
            "namespace Samples; static class Init { public const int Units = 5; public const double Std = 0.2; }",
            "namespace Samples; enum Init { Units = 3, HeNormal }", "namespace Samples; enum Init { HeNormal, Units }", "static class Init { public const int Units = 6; }",
            "namespace Samples.Init { static class Units; }"],
        ["", "static class Activation { public const int Relu = 1; }", "namespace Samples.Deep; enum Activation { Relu = 4 }", "namespace Samples; class Activation;",
            "namespace Activation;", "delegate void Activation();", "namespace Samples.Deep { class ActivationAttribute; }"],
        ["", "enum FanMode { In, Out = 3 }", "enum FanMode { Out, In }", "namespace Samples; static class FanMode { public const int Out = 2; }"],
        ["", "static class Sizes { public const int Hidden = 3; }", "static class Sizes { public const int Hidden = Other.Size; }", "partial class Sizes { public const int Hidden = 4; }",
            "namespace Samples { static class Sizes { public const int Hidden = 7; } }"],
        ["", "static class Other { public const int Size = 3; }", "static class Other { public const int Size = 4; }", "enum Other { Size }", "class Other { public static int Size => 3; }"],
        ["", "namespace InitGen.Sizes { static class Of { public const int Hidden = 3; } }", "namespace InitGen.Sizes { static class Of { public const int Hidden = 4; } }",
            "namespace InitGen { class LayerInfo; }", "namespace InitGen { enum Init { HeNormal = 3 } }", "namespace InitGen.Kernels; class Relu;", "class System;"],
        ["", "partial class Net { int Parameters; }", "partial class Net { [InitGen.Dense(3)] public partial InitGen.DenseLayer Last { get; } }", "file class Net;", "interface Net;",
            "[InitGen.Network(3)] partial class Net;", "struct Net2;", "namespace Samples.Deep; partial class Net { void Initialize(ulong seed) { } }", "class Net;"],
        ["", "global using InitGen;", "global using Mine = InitGen.NetworkAttribute;", "global using Init = Samples.Init;", "global using static InitGen.Activation;", "global using Dense = System.ObsoleteAttribute;"],
        ["", Initializer(""), Initializer("[InitGen.WeightVariance(1)]"), Initializer("[InitGen.WeightVariance(Other.Size)]"), "class Own;", Initializer("").Replace("class Own", "file class Own"),
            Initializer("").Replace("class Own", "abstract class Own")],
        ["", "class Wrong;", "struct Wrong;", "namespace Samples; class Wrong;", "class Wrong<T>;", "global using Wrong = InitGen.DenseLayer;"],
        ["", "class Module;", "class Module { protected Module(int size) { } }", "class Module { public required int Size; }", "[InitGen.Network(3)] partial class Module;", "interface Module;",
            "class Module { [System.Obsolete] public Module() { } }"],
        ["", "class Unrelated { int One() => 1; }", "class Unrelated { int One() => 2; }", "class Unrelated { int One() { return 2; } }", "class Unrelated { int One()\n{\n#nullable disable\n return 2; } }",
            "class Unrelated { int One;", "class Unrelated { /// <summary>One.</summary>\n int One; }"],
    ];

    [Fact]
    public void After_any_edits_the_generator_makes_what_it_makes_at_first_sight()
    {
        const int Sequences = 4;
        ConcurrentBag<HashSet<string>> made = [];
        Parallel.For(1, Sequences + 1, seed => made.Add(Edit(seed, Edits / Sequences)));

        // The edits mean something; there are some 80 networks that they can lead to.
        int networks = made.SelectMany(static sources => sources).Distinct()
            .Count(static source => source.Contains("void Initialize(ulong seed)", StringComparison.Ordinal));
        Assert.True(networks >= Math.Min(Edits / 100, 50), $"Only {networks} networks were generated in {Edits} edits.");
    }

    // Edits at random, and all that was made in their course.
    private static HashSet<string> Edit(int seed, int edits)
    {
        Random random = new(seed);
        int[] texts = [.. Files.Select(files => random.Next(files.Length))];
        Settings settings = new();
        ImmutableArray<SyntaxTree?> trees = [.. texts.Select((text, file) => Parse(file, text, settings))];
        GeneratorDriver driver = NewDriver(settings);
        HashSet<string> made = [];
        for (int edit = 0; edit < edits; edit++)
        {
            for (int count = random.Next(4) == 0 ? 2 : 1; count > 0; count--)
            {
                if (random.Next(6) == 0)
                {
                    settings = settings.Edit(random);
                    trees =
                    [
                        .. trees.Select((tree, file) =>
                            tree is null || tree.Options == settings.ParseOptions ? tree : Parse(file, texts[file], settings)),
                    ];
                }
                else
                {
                    int file = random.Next(Files.Length);
                    texts[file] = random.Next(Files[file].Length);
                    SyntaxTree? anew = Parse(file, texts[file], settings);
                    trees = trees.SetItem(file, random.Next(2) == 0 ? Change(trees[file], anew) : anew);
                }
            }

            CSharpCompilation edited = settings.Compile(trees);
            driver = driver.WithUpdatedParseOptions(settings.ParseOptions).RunGenerators(edited, TestContext.Current.CancellationToken);
            CSharpCompilation unseen = settings.Compile(texts.Select((text, file) => Parse(file, text, settings)));
            IReadOnlyDictionary<string, string> expected = Sources(NewDriver(settings).RunGenerators(unseen, TestContext.Current.CancellationToken));

            Assert.Equal(expected, Sources(driver));
            made.UnionWith(expected.Values);
        }

        return made;
    }

    private static string[] Networks(string name, string type)
    {
        string usual = $$"""
            using InitGen;

            [Network(4)]
            partial class {{name}}
            {
                private const int Width = 8;

                /// <summary>Of <see cref="Other.Size"/>.</summary>
                [Dense(2 * Width, Activation.Relu)]
                public partial {{type}} Hidden { get; }

                [Dense(10)]
                public partial DenseLayer Output { get; }

                public int Double(int number) => 2 * number;
            }
            """;
        return
        [
            "",
            usual,
            usual.Replace("2 * number", "number + number"),
            usual.Replace("2 * Width", "Init.Units"),
            usual.Replace("2 * Width", "(int)Init.Units"),
            usual.Replace("2 * Width", "Sizes.Hidden"),
            usual.Replace("2 * Width", "Library.Sizes.Hidden"),
            usual.Replace("(4)", "(InitGen.Sizes.Of.Hidden)"),
            usual.Replace("Relu", "Relu, Init.Normal, StdDev = Samples.Init.Std"),
            usual.Replace("Relu", "Relu, Init.XavierNormal, FanMode = FanMode.Out"),
            usual.Replace("Relu", "Relu, Init.Custom, Initializer = typeof(Own)"),
            usual.Replace("Relu", "(Activation)Activation.Relu, (InitGen.Init)Init.HeNormal"),
            usual.Replace("Activation.Relu", "Relu"),
            usual.Replace("[Network", "[Mine"),
            usual.Replace("class " + name, $"class {name} : Module"),
            usual.Replace("partial class", "class"),
            usual.Replace("using InitGen;", ""),
            usual.Replace("using InitGen;", "using InitGen;\nusing Init = System.Int32;"),
            usual.Replace("[Network(4)]", ""),
            usual.Replace("Width = 8", "Width = 9"),
            usual.Replace("[Dense(10)]", "[Dense(10, )]"),
            usual.Replace("}", "").Replace("{ get; ", "{ get; }"),
        ];
    }

    private static string Initializer(string attribute) =>
        attribute + " class Own : InitGen.IWeightInitializer { public static void Initialize(System.Span<float> weights, InitGen.WeightShape shape, ref InitGen.PhiloxStream random) { } }";

    private static SyntaxTree? Parse(int file, int text, Settings settings) => Files[file][text].Length == 0
        ? null
        : CSharpSyntaxTree.ParseText(SourceText.From(Files[file][text]), settings.ParseOptions, $"/0/Test{file}.cs");

    // As an editor does, so that the parser reuses what did not change, but for what it takes for something else than at first sight.
    private static SyntaxTree? Change(SyntaxTree? tree, SyntaxTree? anew) =>
        anew is not null && tree?.WithChangedText(anew.GetText()) is { } changed && changed.IsEquivalentTo(anew) ? changed : anew;

    private static CSharpGeneratorDriver NewDriver(Settings settings) =>
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: settings.ParseOptions);

    private static Dictionary<string, string> Sources(GeneratorDriver driver)
    {
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());
    }

    private static CSharpCompilation Library(int size) => CSharpCompilation.Create(
        "Library",
        [CSharpSyntaxTree.ParseText($"namespace Library; public static class Sizes {{ public const int Hidden = {size}; }}")],
        MetadataReferences.Default,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static PortableExecutableReference AsFile(CSharpCompilation library)
    {
        using MemoryStream assembly = new();
        Assert.True(library.Emit(assembly).Success);
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }

    private sealed record Settings
    {
        private static readonly LanguageVersion[] Versions = [LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.Preview];

        public CSharpParseOptions ParseOptions { get; private init; } = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

        private CSharpCompilationOptions Options { get; init; } = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

        private int References { get; init; }

        public CSharpCompilation Compile(IEnumerable<SyntaxTree?> files) =>
            Empty[References].WithOptions(Options).AddSyntaxTrees(files.OfType<SyntaxTree>());

        public Settings Edit(Random random) => random.Next(6) switch
        {
            0 => this with { ParseOptions = ParseOptions.WithLanguageVersion(Versions[random.Next(Versions.Length)]) },
            1 => this with { ParseOptions = ParseOptions.WithDocumentationMode((DocumentationMode)random.Next(3)) },
            2 => this with { Options = Options.WithNullableContextOptions((NullableContextOptions)random.Next(4)) },
            3 => this with { Options = Options.WithAllowUnsafe(random.Next(2) == 0) },
            _ => this with { References = random.Next(Empty.Length) },
        };
    }
}
