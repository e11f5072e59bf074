using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Generates one source.</summary>
/// <param name="source">The source.</param>
internal abstract class SourceGenerator(string source) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Generated.g.cs", source));
}
