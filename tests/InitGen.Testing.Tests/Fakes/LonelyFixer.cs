using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Has no Fix All.</summary>
internal sealed class LonelyFixer : RenamingFixer
{
    public override FixAllProvider? GetFixAllProvider() => null;
}
