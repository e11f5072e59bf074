using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>A layer that code refers to.</summary>
internal sealed record LayerReference
{
    /// <summary>Its network.</summary>
    public required NetworkDeclaration Network { get; init; }

    /// <summary>The layer, or the stack that it is in.</summary>
    public required LayerDeclaration Layer { get; init; }

    /// <summary>The variable that holds the network; null where it is unknown.</summary>
    public required ISymbol? Holder { get; init; }

    /// <summary>The layer's number in the stack; null where it is in none, or its number is unknown.</summary>
    public int? Index { get; init; }

    /// <summary>Whether it stands for all layers of the stack, one after the other.</summary>
    public bool IsEach { get; init; }

    /// <summary>The layer's name, as far as it is known.</summary>
    public string Name => Index is { } index ? $"{Layer.Name}.{index}" : Layer.Name;

    /// <summary>Whether it can be the network's last layer, and no other.</summary>
    public bool MayBeLast =>
        Layer == Network.Layers.Last() && (IsEach ? Layer.Spec.Repeat == 1 : Index is null || Index == Layer.Spec.Repeat - 1);

    /// <summary>Whether another reference can be to the same layer.</summary>
    /// <param name="other">The other reference.</param>
    public bool MayBe(LayerReference other) =>
        Layer == other.Layer
        && (Holder is null || other.Holder is null || SymbolEqualityComparer.Default.Equals(Holder, other.Holder))
        && (Index is null || other.Index is null || Index == other.Index);

    /// <summary>The layer that a value is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="body">The code that it stands in.</param>
    /// <returns>The layer; null where the value is none, or an unknown one.</returns>
    public static LayerReference? OfLayer(IOperation value, MethodBody body) => body.Origin(value) switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } stack } element =>
            OfStack(stack, body)?.At(element.Arguments.Only()?.Value),
        IImplicitIndexerReferenceOperation { Instance: var stack, Argument: var index } => OfStack(stack, body)?.At(index),
        IPropertyReferenceOperation property when body.Networks.Types.IsLayer(property.Type) => OfProperty(property, body),
        ILocalReferenceOperation { Local: var local } => OfElement(local, body),
        _ => null,
    };

    /// <summary>The layer whose weights a span is, all of them.</summary>
    /// <param name="span">The span.</param>
    /// <param name="body">The code that it stands in.</param>
    /// <returns>The layer; null where the span is not a layer's weights, or those of an unknown one.</returns>
    public static LayerReference? OfWeights(IOperation span, MethodBody body) =>
        body.Origin(span) is IPropertyReferenceOperation { Property: { Name: "Weights", ContainingType: var type }, Instance: { } layer }
        && body.Networks.Types.IsLayer(type)
            ? OfLayer(layer, body)
            : null;

    private static LayerReference? OfStack(IOperation value, MethodBody body) =>
        body.Origin(value) is IPropertyReferenceOperation property && body.Networks.Types.IsStack(property.Type)
            ? OfProperty(property, body)
            : null;

    private static LayerReference? OfProperty(IPropertyReferenceOperation reference, MethodBody body)
    {
        if (reference.Instance is not { } holder || body.Networks.DeclarationOf(reference.Property.ContainingType) is not { } network)
        {
            return null;
        }

        return network.Layers.FirstOrDefault(layer => Equal(layer.Property, reference.Property)) is { } layer
            ? new LayerReference { Network = network, Layer = layer, Holder = body.VariableOf(holder) }
            : null;
    }

    private static LayerReference? OfElement(ILocalSymbol local, MethodBody body)
    {
        IForEachLoopOperation? loop = body.LoopOver(local);
        return loop is not null && OfStack(loop.Collection, body) is { } stack ? stack with { IsEach = true } : null;
    }

    private LayerReference At(IOperation? index) => this with
    {
        Index = index switch
        {
            { ConstantValue: { HasValue: true, Value: int number } } => number,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int fromEnd } } =>
                Layer.Spec.Repeat - fromEnd,
            _ => null,
        },
    };

    private static bool Equal(ISymbol? symbol, ISymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(symbol, known);
}
