using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>The networks of a body that start as copies of earlier ones, found in one walk through their initializations. Where nothing
/// is made of both, nobody wanted twins.</summary>
internal sealed class SeedTwins
{
    private static readonly ImmutableArray<string> NamesOfTwins =
        ["target", "copy", "clone", "replica", "reference", "twin", "expected", "actual"];

    private readonly MethodBody _body;
    private readonly Dictionary<ISymbol, IOperation> _scopes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, NetworkInitialization> _latest = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(IOperation Around, SeedValue Seed), Queue<Way>> _ways = [];
    private readonly Dictionary<IOperation, NetworkInitialization> _firsts = [];

    /// <summary>Finds them.</summary>
    /// <param name="body">The body.</param>
    public SeedTwins(MethodBody body)
    {
        _body = body;
        foreach (IBlockOperation block in body.Operations.OfType<IBlockOperation>())
        {
            foreach (ILocalSymbol local in block.Locals)
            {
                _scopes[local] = block;
            }
        }

        foreach (NetworkInitialization initialization in body.Initializations)
        {
            if (initialization.Variable is { } variable)
            {
                _latest[variable] = initialization;
                if (variable.Name.ContainsAny(NamesOfTwins))
                {
                    continue;
                }
            }

            FindFirst(initialization);
            Add(initialization);
        }
    }

    /// <summary>The initialization that a later one repeats; null where it repeats none.</summary>
    /// <param name="second">The operation of the later one.</param>
    public NetworkInitialization? FirstOf(IOperation second) =>
        _firsts.TryGetValue(second, out NetworkInitialization? first) ? first : null;

    // From the inside out, so that the last that is found stands first.
    private void FindFirst(NetworkInitialization second)
    {
        var seed = SeedValue.Of(second, isAfter: true, _body);
        IOperation? part = null;
        foreach (IOperation around in ExecutionOrder.WaysIn(second.Operation))
        {
            if (_ways.TryGetValue((around, seed), out Queue<Way>? ways))
            {
                while (ways.Count > 0 && IsReplaced(ways.Peek().From))
                {
                    ways.Dequeue();
                }

                // What comes from the same part was looked at further inside.
                Way? way = ways
                    .TakeWhile(way => way.Part != part)
                    .FirstOrDefault(way => !IsReplaced(way.From) && !_body.Once(static body => new Comparisons(body)).Relate(way.From, second));
                if (way is not null)
                {
                    _firsts[second.Operation] = way.From;
                }
            }

            part = around;
        }
    }

    private void Add(NetworkInitialization first)
    {
        var seed = SeedValue.Of(first, isAfter: false, _body);
        IOperation? scope = first.Variable is { } variable && _scopes.TryGetValue(variable, out IOperation? block) ? block : null;
        foreach ((IOperation around, IOperation part) in ExecutionOrder.WaysOut(first.Operation))
        {
            if (!_ways.TryGetValue((around, seed), out Queue<Way>? ways))
            {
                _ways.Add((around, seed), ways = []);
            }

            ways.Enqueue(new Way(first, part));

            // Further out, the variable is gone.
            if (around == scope)
            {
                break;
            }
        }
    }

    private bool IsReplaced(NetworkInitialization initialization) =>
        initialization.Variable is { } variable && _latest[variable] != initialization;

    // By which an initialization leads out of a part of an operation.
    private sealed record Way(NetworkInitialization From, IOperation Part);
}
