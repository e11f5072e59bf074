using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>An operation that initializes a network from a seed.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Network">The type of the network.</param>
/// <param name="Variable">The variable that holds the network; null for one that goes elsewhere, or comes from there.</param>
/// <param name="Seed">The seed.</param>
internal sealed record NetworkInitialization(IOperation Operation, ITypeSymbol Network, ISymbol? Variable, IOperation Seed)
    : IRandomStart
{
    /// <summary>A reference to the network that is initialized; null for a new one.</summary>
    public IOperation? Instance => Operation is IInvocationOperation { Instance: { } instance } ? instance : null;

    private IEnumerable<object> Mentions => Variable is null ? [Operation] : [Operation, Variable];

    /// <inheritdoc/>
    public object? Place => Variable;

    /// <inheritdoc/>
    public object SourceOf(bool isAfter, MethodBody body) => (Network, SeedValue.Of(Seed, Operation, isAfter, body));

    /// <inheritdoc/>
    public bool IsRelatedTo(IRandomStart other, MethodBody body) =>
        other is NetworkInitialization network
        && (IsOverwritten(body)
            || network.IsOverwritten(body)
            || body.Once(static body => new Comparisons(body)).Relate(Mentions, network.Mentions));

    /// <summary>The initialization that an operation is; null for other operations.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The code that it stands in.</param>
    public static NetworkInitialization? Of(IOperation operation, MethodBody body) => operation switch
    {
        IObjectCreationOperation { Type: { } network } creation => OfNew(creation, network, creation.Arguments.Only(), body),
        IInvocationOperation { TargetMethod.Name: "Create", ConstrainedToType: { } network } call =>
            OfNew(call, network, call.Arguments.Only(), body),
        IInvocationOperation { TargetMethod.Name: "Initialize", Instance: { Type: { } network } instance } call
            when call.Arguments.Only() is { } seed && IsSeed(seed) && body.Networks.IsNetwork(network) =>
            new NetworkInitialization(call, network, IsElement(body.Origin(instance)) ? null : body.VariableOf(instance), seed.Value),
        _ => null,
    };

    private static NetworkInitialization? OfNew(IOperation operation, ITypeSymbol network, IArgumentOperation? seed, MethodBody body) =>
        seed is not null && IsSeed(seed) && body.Networks.IsNetwork(network)
            ? new NetworkInitialization(operation, network, TargetOf(operation), seed.Value)
            : null;

    private static bool IsSeed(IArgumentOperation argument) => argument.Parameter?.Type.SpecialType == SpecialType.System_UInt64;

    private static ISymbol? TargetOf(IOperation network) => network.Parent switch
    {
        IConversionOperation conversion => TargetOf(conversion),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation { Target: var target } when !IsElement(target) => MethodBody.SymbolOf(target),
        _ => null,
    };

    private static bool IsElement(IOperation operation) => operation is IPropertyReferenceOperation { Property.IsIndexer: true };

    private bool IsOverwritten(MethodBody body) =>
        Variable is not null && body.Once(static body => new OverwrittenNetworks(body)).Include(Variable);
}
