using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>The networks of a body that get other parameters than they start with, from a file for instance: of these, seeds do not
/// matter.</summary>
internal sealed class OverwrittenNetworks
{
    private static readonly ImmutableArray<string> Words = ["read", "load", "restore", "import", "deserialize", "copyto"];

    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);

    /// <summary>Finds them.</summary>
    /// <param name="body">The body.</param>
    public OverwrittenNetworks(MethodBody body)
    {
        foreach (IInvocationOperation call in body.Operations.OfType<IInvocationOperation>())
        {
            if (!call.TargetMethod.Name.ContainsAny(Words))
            {
                continue;
            }

            bool isOwn = body.Networks.DeclarationOf(call.Instance?.Type) is not null;
            foreach (IOperation value in isOwn ? [call.Instance!] : call.Arguments.Select(static argument => argument.Value))
            {
                Add(body.RootOf(value, static _ => false), body);
            }
        }
    }

    /// <summary>Whether a variable holds one or several of them.</summary>
    /// <param name="variable">The variable.</param>
    public bool Include(ISymbol variable) => _variables.Contains(variable);

    private void Add(IOperation root, MethodBody body)
    {
        if (MethodBody.SymbolOf(root) is not { } variable)
        {
            return;
        }

        _variables.Add(variable);
        if (variable is ILocalSymbol local && body.LoopOver(local) is { } loop)
        {
            _variables.Add(MethodBody.SymbolOf(body.RootOf(loop.Collection, static _ => false)) ?? variable);
        }
    }
}
