using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>What starts from random numbers.</summary>
internal interface IRandomStart
{
    /// <summary>The operation that draws them.</summary>
    IOperation Operation { get; }

    /// <summary>What is written, so that the last to write it counts; null where it is written once.</summary>
    object? Place { get; }

    /// <summary>The variable whose end is the end of what is written; null where it is unknown.</summary>
    ISymbol? Variable { get; }

    /// <summary>What the random numbers are a function of. Two that are equal make the same.</summary>
    /// <param name="isAfter">Whether a variable that the operation itself writes, as in <c>new(seed++)</c>, is taken as it is
    /// afterwards.</param>
    /// <param name="body">The body.</param>
    object SourceOf(bool isAfter, MethodBody body);

    /// <summary>Whether somebody wants it to be as another.</summary>
    /// <param name="other">The other.</param>
    /// <param name="body">The body.</param>
    bool IsRelatedTo(IRandomStart other, MethodBody body);
}

/// <summary>What starts with the same random numbers as something before it, found in one walk through a body. Where something is made of
/// both, twins are wanted.</summary>
/// <typeparam name="TStart">What starts.</typeparam>
internal sealed class Twins<TStart>
    where TStart : class, IRandomStart
{
    private readonly MethodBody _body;
    private readonly Dictionary<ISymbol, IOperation> _scopes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<object, TStart> _latest = [];
    private readonly Dictionary<(IOperation Around, object Source), Queue<Way>> _ways = [];
    private readonly Dictionary<IOperation, TStart> _firsts = [];

    /// <summary>Finds them.</summary>
    /// <param name="starts">All that starts in the body, by its places.</param>
    /// <param name="body">The body.</param>
    public Twins(IEnumerable<TStart> starts, MethodBody body)
    {
        _body = body;
        foreach (IBlockOperation block in body.Operations.OfType<IBlockOperation>())
        {
            foreach (ILocalSymbol local in block.Locals)
            {
                _scopes[local] = block;
            }
        }

        foreach (TStart start in starts)
        {
            if (start.Place is { } place)
            {
                _latest[place] = start;
            }

            if (start.Variable?.Name.MeansTwin() != true)
            {
                FindFirst(start);
                Add(start);
            }
        }
    }

    /// <summary>What a later one repeats; null where it repeats none.</summary>
    /// <param name="second">The operation of the later one.</param>
    public TStart? FirstOf(IOperation second) => _firsts.TryGetValue(second, out TStart? first) ? first : null;

    // From the inside out, so that the last that is found stands first.
    private void FindFirst(TStart second)
    {
        object source = second.SourceOf(isAfter: true, _body);
        IOperation? part = null;
        foreach (IOperation around in ExecutionOrder.WaysIn(second.Operation))
        {
            if (_ways.TryGetValue((around, source), out Queue<Way>? ways))
            {
                while (ways.Count > 0 && IsReplaced(ways.Peek().From))
                {
                    ways.Dequeue();
                }

                // What comes from the same part was looked at further inside.
                Way? way = ways
                    .TakeWhile(way => way.Part != part)
                    .FirstOrDefault(way => !IsReplaced(way.From) && !way.From.IsRelatedTo(second, _body));
                if (way is not null)
                {
                    _firsts[second.Operation] = way.From;
                }
            }

            part = around;
        }
    }

    private void Add(TStart first)
    {
        object source = first.SourceOf(isAfter: false, _body);
        IOperation? scope = first.Variable is { } variable && _scopes.TryGetValue(variable, out IOperation? block) ? block : null;
        foreach ((IOperation around, IOperation part) in ExecutionOrder.WaysOut(first.Operation))
        {
            if (!_ways.TryGetValue((around, source), out Queue<Way>? ways))
            {
                _ways.Add((around, source), ways = []);
            }

            ways.Enqueue(new Way(first, part));

            // Further out, the variable is gone.
            if (around == scope)
            {
                break;
            }
        }
    }

    private bool IsReplaced(TStart start) => start.Place is { } place && _latest[place] != start;

    // By which one leads out of a part of an operation.
    private sealed record Way(TStart From, IOperation Part);
}
