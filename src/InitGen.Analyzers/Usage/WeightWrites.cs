using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>Where a body may give weights values of their own.</summary>
internal sealed class WeightWrites
{
    private readonly ImmutableArray<(int Position, LayerReference? Layer, ISymbol? Network)> _writes;

    /// <summary>Finds them.</summary>
    /// <param name="body">The body.</param>
    public WeightWrites(MethodBody body) => _writes =
    [
        .. from operation in body.Operations
        let layer = LayerOf(operation, body)
        let network = NetworkOf(operation, body)
        where layer is not null || network is not null
        select (operation.Syntax.SpanStart, layer, network),
    ];

    /// <summary>Whether code after an operation may give the weights of a layer other values.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="layer">The layer.</param>
    public bool Follow(IOperation operation, LayerReference layer) => _writes.Any(write =>
        write.Position >= operation.Syntax.Span.End
        && (write.Layer?.MayBe(layer) == true
            || (layer.Holder is not null && SymbolEqualityComparer.Default.Equals(write.Network, layer.Holder))));

    // The layer whose weights an operation may write; null for other operations.
    private static LayerReference? LayerOf(IOperation operation, MethodBody body) => operation switch
    {
        IArgumentOperation argument => OfHandedOver(argument, body),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } element when WriteAccess.IsWritten(element) =>
            LayerReference.OfWeights(span, body),
        IImplicitIndexerReferenceOperation { Instance: var span } => LayerReference.OfWeights(span, body),
        IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } } loop =>
            LayerReference.OfWeights(loop.Collection, body),
        IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } span } => LayerReference.OfWeights(span, body),
        _ => null,
    };

    // Another method may write what it gets as a span or as a layer.
    private static LayerReference? OfHandedOver(IArgumentOperation argument, MethodBody body) =>
        UniformFill.Of(argument.Parent, body.Networks) is not null ? null
        : body.Networks.IsSpan(argument.Value.Type) ? LayerReference.OfWeights(argument.Value, body)
        : LayerReference.OfLayer(argument.Value, body);

    // The variable of the network all of whose weights an operation writes; null for other operations.
    private static ISymbol? NetworkOf(IOperation operation, MethodBody body) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Initialize", Instance: { } network } => body.VariableOf(network),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "CopyTo" or "TryCopyTo" or "AsBytes" } } argument
            when body.Origin(argument.Value) is IPropertyReferenceOperation { Property.Name: "Parameters", Instance: { } network } =>
            body.VariableOf(network),
        _ => null,
    };
}
