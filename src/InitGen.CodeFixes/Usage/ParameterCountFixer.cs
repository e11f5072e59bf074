using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes.Usage;

/// <summary>INIT4003: allocates as many values as the network has parameters.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterCountFixer))]
[Shared]
public sealed class ParameterCountFixer : TextFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [MemoryLengthRule.Id];

    internal override async Task<TextFix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // Without the place of a size, the memory is a part of another, or is allocated elsewhere.
        if (diagnostic.AdditionalLocations.FirstOrDefault() is not { } size
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ArgumentSyntax>() is not { } argument
            || argument.Parent?.Parent is not BaseObjectCreationExpressionSyntax creation
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(creation, cancellationToken).Type is not { } network)
        {
            return null;
        }

        string count = $"{network.ToMinimalDisplayString(model, size.SourceSpan.Start)}.ParameterCount";
        return new TextFix($"Allocate {count} values", [new TextChange(size.SourceSpan, count)]);
    }
}
