using System.Collections.Immutable;
using System.Composition;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.CodeFixes;

/// <summary>INIT1006: adds the arguments that an initializer needs, with values that suit the layer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingArgumentFixer))]
[Shared]
public sealed class MissingArgumentFixer : Fixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [SuitableArgumentsRule.Id];

    internal override Fix? Find(FixContext context) =>
        context.PropertyOf(FixKeys.Add) is { } code && LayerArguments.At(context.Diagnostic.Location, context) is { } arguments
            ? new Fix($"Add '{code}'", [arguments.Add(code)])
            : null;
}
