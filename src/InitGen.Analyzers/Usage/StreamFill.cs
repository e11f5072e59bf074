using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>A call that fills a span from the beginning of a random stream.</summary>
/// <param name="Call">The call.</param>
/// <param name="Target">The span.</param>
/// <param name="Source">The operation that starts the stream.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Stream">The number of the stream.</param>
internal sealed record StreamFill(IInvocationOperation Call, IOperation Target, IOperation Source, IOperation Seed, IOperation Stream)
    : IRandomStart
{
    private const int Depth = 32;

    /// <inheritdoc/>
    public IOperation Operation => Call;

    /// <inheritdoc/>
    public object? Place => Path;

    /// <inheritdoc/>
    public required ISymbol? Variable { get; init; }

    /// <summary>The target in words that are the same for the same target.</summary>
    public required string Path { get; init; }

    /// <summary>The fill that an operation is; null for other operations.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The code that it stands in.</param>
    public static StreamFill? Of(IOperation operation, MethodBody body)
    {
        if (operation is not IInvocationOperation { TargetMethod: { ContainingType: var type } method } call)
        {
            return null;
        }

        if (body.Networks.IsInitializers(type))
        {
            return Of(call, call.Arguments.Named("weights"), call, call.Arguments.Named("seed"), call.Arguments.Named("stream"), body);
        }

        return body.Networks.IsStream(type) && method.Name is "FillNormal" or "FillUniform" && NewStream(call.Instance, body) is { } stream
            ? Of(call, call.Arguments.Named("values"), stream, stream.Arguments.Named("seed"), stream.Arguments.Named("stream"), body)
            : null;
    }

    /// <inheritdoc/>
    public object SourceOf(bool isAfter, MethodBody body) =>
        (SeedValue.Of(Seed, Source, isAfter, body), SeedValue.Of(Stream, Source, isAfter, body));

    /// <inheritdoc/>
    public bool IsRelatedTo(IRandomStart other, MethodBody body) =>
        other is StreamFill fill
        && (IsPartOf(fill) || fill.IsPartOf(this) || Path.MeansTwin() || fill.Path.MeansTwin() || IsComparedTo(fill, body));

    /// <summary>Whether another fills a part of the same network or array.</summary>
    /// <param name="other">The other.</param>
    public bool IsBeside(StreamFill other) => SymbolEqualityComparer.Default.Equals(Variable, other.Variable);

    // A target that is filled again, as a whole or in part.
    private bool IsPartOf(StreamFill whole) =>
        Path.StartsWith(whole.Path, StringComparison.Ordinal)
        && (Path.Length == whole.Path.Length || Path[whole.Path.Length] is '[' or '.');

    private bool IsComparedTo(StreamFill other, MethodBody body) =>
        Variable is not null
        && other.Variable is not null
        && !IsBeside(other)
        && body.Once(static body => new Comparisons(body)).Relate([Variable], [other.Variable]);

    private static StreamFill? Of(
        IInvocationOperation call, IOperation? target, IOperation source, IOperation? seed, IOperation? stream, MethodBody body) =>
        target is null || seed is null || stream is null
            ? null
            : new(call, target, source, seed, stream) { Variable = HolderOf(target, body), Path = PathOf(target, body, Depth) };

    // A stream goes on where it stopped, so only the first fill is from the beginning.
    private static IObjectCreationOperation? NewStream(IOperation? stream, MethodBody body) => stream switch
    {
        IObjectCreationOperation { Initializer: null } creation => creation,
        ILocalReferenceOperation { Local: var local } when body.ReferencesTo(local).First() == stream =>
            body.OnlyValueOf(local) as IObjectCreationOperation is { Initializer: null } creation ? creation : null,
        _ => null,
    };

    // The network or array; of a network's own layer, the type.
    private static ISymbol? HolderOf(IOperation target, MethodBody body)
    {
        IOperation root = body.RootOf(target, local => local is ILocalSymbol variable
            && body.OnlyValueOf(variable) is not (null or IObjectCreationOperation or IArrayCreationOperation));
        return root is IPropertyReferenceOperation { Property: var property } && body.Networks.Types.IsLayer(property.Type)
            ? property.ContainingType
            : MethodBody.SymbolOf(root);
    }

    private static string PathOf(IOperation target, MethodBody body, int depth)
    {
        if (depth == 0)
        {
            return target.Syntax.ToString();
        }

        return body.Origin(target) switch
        {
            IInstanceReferenceOperation => "this",
            var element when Elements.Parts(element) is ({ } collection, var indices) =>
                $"{Path(collection)}[{string.Join(", ", indices.Select(Value))}]",
            IMemberReferenceOperation { Instance: { } instance, Member: var member } => $"{Path(instance)}.{member.Name}",
            IInvocationOperation { TargetMethod.Name: "AsSpan" or "Slice" } view
                when (view.Instance ?? view.Arguments.FirstOrDefault()?.Value) is { } whole => Path(whole) + Stretch(view, whole),
            var other => Value(other),
        };

        string Stretch(IInvocationOperation view, IOperation whole) =>
            string.Concat(view.Arguments.Where(part => part.Value != whole).Select(part => $"[{Value(part.Value)}]"));

        string Path(IOperation value) => PathOf(value, body, depth - 1);

        // A variable that is written meanwhile is another place.
        string Value(IOperation value) => value.Syntax + string.Concat(value.DescendantsAndSelf()
            .Where(static part => part is ILocalReferenceOperation or IParameterReferenceOperation)
            .Select(part => body.CountWrites(MethodBody.SymbolOf(part)!, part.Syntax.SpanStart))
            .Where(static writes => writes > 0)
            .Select(static writes => $"#{writes}"));
    }
}
