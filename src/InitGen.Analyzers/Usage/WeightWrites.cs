using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>Finds what gives weights values of their own.</summary>
internal static class WeightWrites
{
    /// <summary>Whether code after an operation may give the weights of a layer other values.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="body">The code.</param>
    public static bool After(IOperation operation, LayerReference layer, MethodBody body) =>
        body.Operations.Any(later => later.Syntax.SpanStart >= operation.Syntax.Span.End && IsWrite(later, layer, body));

    private static bool IsWrite(IOperation operation, LayerReference layer, MethodBody body)
    {
        return operation switch
        {
            IArgumentOperation argument => IsHandedOver(argument, layer, body),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } element =>
                WriteAccess.IsWritten(element) && IsWeights(span),
            IImplicitIndexerReferenceOperation { Instance: var span } => IsWeights(span),
            IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } } loop =>
                IsWeights(loop.Collection),
            IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } span } => IsWeights(span),
            IInvocationOperation { TargetMethod.Name: "Initialize", Instance: { } network } => IsHolder(network, layer, body),
            _ => false,
        };

        bool IsWeights(IOperation span) => LayerReference.OfWeights(span, body)?.MayBe(layer) == true;
    }

    // Another method may write what it gets as a span or as a layer.
    private static bool IsHandedOver(IArgumentOperation argument, LayerReference layer, MethodBody body)
    {
        if (UniformFill.Of(argument.Parent, body.Networks) is not null)
        {
            return false;
        }

        LayerReference? handedOver = body.Networks.IsSpan(argument.Value.Type)
            ? LayerReference.OfWeights(argument.Value, body)
            : LayerReference.OfLayer(argument.Value, body);
        return handedOver?.MayBe(layer) == true || IsCopyToParameters(argument, layer, body);
    }

    private static bool IsCopyToParameters(IArgumentOperation argument, LayerReference layer, MethodBody body) =>
        argument.Parent is IInvocationOperation { TargetMethod.Name: "CopyTo" or "TryCopyTo" or "AsBytes" }
        && body.Origin(argument.Value) is IPropertyReferenceOperation { Property.Name: "Parameters", Instance: { } network }
        && IsHolder(network, layer, body);

    private static bool IsHolder(IOperation network, LayerReference layer, MethodBody body) =>
        layer.Holder is not null && SymbolEqualityComparer.Default.Equals(body.VariableOf(network), layer.Holder);
}
