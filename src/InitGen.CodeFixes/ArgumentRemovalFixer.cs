using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using InitGen.Analyzers.Rules;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.CodeFixes;

/// <summary>INIT1006, INIT2009, INIT2011 and INIT2014: removes arguments that a layer is better off without.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArgumentRemovalFixer))]
[Shared]
public sealed class ArgumentRemovalFixer : Fixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [SuitableArgumentsRule.Id, DoubleGainRule.Id, SaturatingBiasRule.Id, RedundantInitializerRule.Id];

    internal override Fix? Find(FixContext context)
    {
        SyntaxNode place = context.Root.FindNode(context.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (place.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent: AttributeArgumentListSyntax list } argument
            || context.PropertyOf(FixKeys.Remove) is not { } text)
        {
            return null;
        }

        HashSet<string> names = [.. text.Split(',')];
        if (NameOf(argument) is { } own)
        {
            names.Add(own); // which may be written twice
        }

        AttributeArgumentSyntax[] removed =
            [.. list.Arguments.Where(other => other == argument || (NameOf(other) is { } name && names.Contains(name)))];
        return new Fix($"Remove '{argument}'{context.Outcome}", [.. AttributeArgumentRemoval.Of(list, removed)]);
    }

    private static string? NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText;
}
