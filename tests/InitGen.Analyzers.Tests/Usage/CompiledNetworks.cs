using System.IO;
using InitGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Analyzers.Tests.Usage;

/// <summary>The networks that the tests' code uses, with their generated halves, as an assembly.</summary>
internal static class CompiledNetworks
{
    /// <summary>The assembly before it is emitted.</summary>
    public static Compilation Compilation { get; } = Generate(UsageVerify.Networks);

    /// <summary>The assembly as others reference it.</summary>
    public static MetadataReference Reference { get; } = Emit(Compilation);

    /// <summary>An assembly for which nothing is generated.</summary>
    public static MetadataReference Emit(string source) => Emit(Compile(source));

    private static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Networks", [CSharpSyntaxTree.ParseText(source)], MetadataReferences.Default, new(OutputKind.DynamicallyLinkedLibrary));

    private static Compilation Generate(string source)
    {
        CSharpCompilation compilation = Compile(source);
        CSharpGeneratorDriver.Create(new NetworkGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out _);
        return updated;
    }

    private static PortableExecutableReference Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
