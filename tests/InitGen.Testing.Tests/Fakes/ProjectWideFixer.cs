using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Its Fix All does not support the scope of a solution.</summary>
internal sealed class ProjectWideFixer : RenamingFixer
{
    public override FixAllProvider? GetFixAllProvider() => new ProjectWideFixAll();

    private sealed class ProjectWideFixAll : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project];

        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
            WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext);
    }
}
