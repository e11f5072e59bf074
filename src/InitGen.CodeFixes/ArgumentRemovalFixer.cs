using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Analyzers.Rules;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.CodeFixes;

/// <summary>INIT1006, INIT2009, INIT2011 and INIT2014: removes arguments that a layer is better off without.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentRemovalFixer))]
[Shared]
public sealed class ArgumentRemovalFixer : TextFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [SuitableArgumentsRule.Id, DoubleGainRule.Id, SaturatingBiasRule.Id, RedundantInitializerRule.Id];

    internal override async Task<TextFix?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SyntaxNode? place = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (place?.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent: AttributeArgumentListSyntax list } argument
            || !diagnostic.Properties.TryGetValue(FixKeys.Remove, out string? text))
        {
            return null;
        }

        HashSet<string> names = [.. text!.Split(',')];
        if (NameOf(argument) is { } own)
        {
            names.Add(own); // which may be written twice
        }

        AttributeArgumentSyntax[] removed =
            [.. list.Arguments.Where(other => other == argument || (NameOf(other) is { } name && names.Contains(name)))];
        string outcome = diagnostic.Properties.TryGetValue(FixKeys.Outcome, out string? change) ? $" ({change})" : "";
        return new TextFix($"Remove '{argument}'{outcome}", [.. AttributeArgumentRemoval.Of(list, removed)]);
    }

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;
}
