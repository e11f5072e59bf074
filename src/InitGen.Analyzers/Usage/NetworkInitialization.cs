using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>An operation that initializes a network from a seed.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Network">The type of the network.</param>
/// <param name="Variable">The variable that holds the network; null for a new network that goes elsewhere.</param>
/// <param name="Seed">The seed.</param>
internal sealed record NetworkInitialization(IOperation Operation, ITypeSymbol Network, ISymbol? Variable, IOperation Seed)
{
    /// <summary>The initialization that an operation is; null for other operations, and where the network is unknown.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The code that it stands in.</param>
    public static NetworkInitialization? Of(IOperation operation, MethodBody body) => operation switch
    {
        IObjectCreationOperation { Type: { } network } creation => OfNew(creation, network, creation.Arguments.Only(), body),
        IInvocationOperation { TargetMethod.Name: "Create", ConstrainedToType: { } network } call =>
            OfNew(call, network, call.Arguments.Only(), body),
        IInvocationOperation { TargetMethod.Name: "Initialize", Instance: { Type: { } network } instance } call
            when call.Arguments.Only() is { } seed && IsSeed(seed)
                && body.Networks.IsNetwork(network) && body.VariableOf(instance) is { } variable =>
            new NetworkInitialization(call, network, variable, seed.Value),
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
        ISimpleAssignmentOperation assignment => MethodBody.SymbolOf(assignment.Target),
        _ => null,
    };
}
