using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Its Fix All fixes the whole solution, whatever its scope.</summary>
internal sealed class OverreachingFixer : RenamingFixer
{
    public override FixAllProvider? GetFixAllProvider() => new FixAllOf((_, all) => all);

    protected override string Rename(string name) => name.ToUpperInvariant();
}
