using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Generates a comment for each class of the sources. The step Names has their names as values, the step Symbols has
/// symbols.</summary>
internal sealed class ClassListGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ISymbol?> symbols = context.SyntaxProvider
            .CreateSyntaxProvider(
                (node, _) => node is ClassDeclarationSyntax,
                (syntax, cancellationToken) => syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, cancellationToken))
            .WithTrackingName("Symbols");
        IncrementalValuesProvider<string> names = symbols.Select((symbol, _) => symbol!.Name).WithTrackingName("Names");
        context.RegisterSourceOutput(names, (output, name) => output.AddSource(name + ".g.cs", $"// {name}\n"));
    }
}
