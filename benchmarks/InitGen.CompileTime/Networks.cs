using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.CompileTime;

/// <summary>Projects that declare many networks of ten layers, one a file, each a little different from the others.</summary>
internal static class Networks
{
    /// <summary>How sources are parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    /// <summary>A project without networks, to add some to; its first file has none.</summary>
    public static CSharpCompilation EmptyProject => CSharpCompilation.Create(
        "Networks",
        [CSharpSyntaxTree.ParseText("public static class Unrelated { public static int Number => 1; }", ParseOptions, "Unrelated.cs")],
        [.. Net100.References.All, .. LibraryPaths.Select(static path => MetadataReference.CreateFromFile(path))],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A project with networks.</summary>
    /// <param name="count">How many.</param>
    public static CSharpCompilation Project(int count) =>
        EmptyProject.AddSyntaxTrees(Enumerable.Range(0, count).Select(static number => File(number, 500)));

    /// <summary>The file of a network.</summary>
    /// <param name="number">The number of the network.</param>
    /// <param name="units">The units of its layers; they vary with its number.</param>
    public static SyntaxTree File(int number, int units)
    {
        StringBuilder source = new();
        source.Append(CultureInfo.InvariantCulture, $"using InitGen;\n\n[Network(784)]\npublic sealed partial class Network{number}\n{{\n");
        for (int layer = 0; layer < 9; layer++)
        {
            source.Append(CultureInfo.InvariantCulture, $"    [Dense({units + number + layer}, Activation.Tanh)] "
                + $"public partial DenseLayer Hidden{layer} {{ get; }}\n");
        }

        source.Append("    [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }\n}\n");
        return CSharpSyntaxTree.ParseText(source.ToString(), ParseOptions, $"Network{number.ToString(CultureInfo.InvariantCulture)}.cs");
    }

    /// <summary>The files of the library.</summary>
    public static IEnumerable<string> LibraryPaths { get; } =
        [.. new[] { typeof(NetworkAttribute), typeof(DenseLayer) }.Select(static type => type.Assembly.Location)];

    /// <summary>The files that work inside the compiler.</summary>
    public static IEnumerable<string> CompilerSidePaths { get; } =
    [
        .. new[] { typeof(NetworkAttribute), typeof(NetworkGenerator), typeof(Analyzers.NetworkAnalyzer) }
            .Select(static type => type.Assembly.Location),
    ];
}
