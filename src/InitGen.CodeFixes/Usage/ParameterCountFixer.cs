using System.Collections.Immutable;
using System.Composition;
using System.Linq;
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
public sealed class ParameterCountFixer : Fixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [MemoryLengthRule.Id];

    internal override Fix? Find(FixContext context)
    {
        // Without the place of a size, the memory is a part of another, or is allocated elsewhere.
        if (context.Diagnostic.AdditionalLocations.FirstOrDefault() is not { } size
            || context.Root.FindNode(context.Diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ArgumentSyntax>() is not { } argument
            || argument.Parent?.Parent is not BaseObjectCreationExpressionSyntax creation
            || context.Model.GetTypeInfo(creation).Type is not { } network)
        {
            return null;
        }

        string count = $"{network.ToMinimalDisplayString(context.Model, size.SourceSpan.Start)}.ParameterCount";
        return new Fix($"Allocate {count} values", [new TextChange(size.SourceSpan, count)]);
    }
}
