using System;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Throws.</summary>
internal sealed class ThrowingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider, (_, _) => throw new InvalidOperationException("thrown on purpose"));
}
