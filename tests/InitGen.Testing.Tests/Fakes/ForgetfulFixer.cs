using System.Linq;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Its Fix All fixes only the first diagnostic of the document.</summary>
internal sealed class ForgetfulFixer : RenamingFixer
{
    public override FixAllProvider? GetFixAllProvider() =>
        new FixAllOf((context, all) => all.Where(found => found.Document.Id == context.Document!.Id).Take(1));

    protected override string Rename(string name) => name.ToUpperInvariant();
}
