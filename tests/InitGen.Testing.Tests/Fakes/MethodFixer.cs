using System.Collections.Immutable;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Fixes methods, not classes.</summary>
internal sealed class MethodFixer : RenamingFixer
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["LOW2"];
}
