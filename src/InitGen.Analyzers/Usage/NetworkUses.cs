using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>What a body does with the networks that it initializes.</summary>
internal sealed class NetworkUses
{
    // By variable and method: the other arguments, as they are written.
    private readonly Dictionary<(ISymbol Variable, ISymbol Method), HashSet<string>> _arguments = [];
    private readonly ILookup<ISymbol, ISymbol> _methods;

    /// <summary>Finds it.</summary>
    /// <param name="body">The body.</param>
    public NetworkUses(MethodBody body)
    {
        HashSet<ISymbol> networks = new(
            body.Initializations.Select(static network => network.Variable).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        foreach (IOperation operation in body.Operations)
        {
            if (MethodBody.SymbolOf(operation) is { } variable && networks.Contains(variable))
            {
                Add(variable, operation);
            }
        }

        _methods = _arguments.Keys.ToLookup(static use => use.Variable, static use => use.Method, SymbolEqualityComparer.Default);
    }

    /// <summary>Whether one method gets two networks with different other arguments, as an experiment does that compares these.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    public bool Differ(NetworkInitialization first, NetworkInitialization second) =>
        first.Variable is { } one
        && second.Variable is { } other
        && _methods[other].Any(method =>
            _arguments.TryGetValue((one, method), out HashSet<string>? arguments) && !arguments.SetEquals(_arguments[(other, method)]));

    private void Add(ISymbol variable, IOperation reference)
    {
        if ((reference.Parent is IArgumentOperation argument ? argument.Parent : reference.Parent) is not IInvocationOperation call
            || (call.TargetMethod.Name == "Initialize" && call.Instance == reference))
        {
            return;
        }

        (ISymbol, ISymbol) use = (variable, call.TargetMethod);
        if (!_arguments.TryGetValue(use, out HashSet<string>? arguments))
        {
            _arguments.Add(use, arguments = []);
        }

        IEnumerable<IOperation> others = call.Arguments.Where(other => other != reference.Parent).Select(static other => other.Value);
        arguments.Add(string.Join(", ", others.Select(static other => other.Syntax.ToString())));
    }
}
