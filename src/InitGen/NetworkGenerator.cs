using System.Linq;
using System.Text;
using System.Threading;
using InitGen.Definition;
using InitGen.Emit;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InitGen;

/// <summary>Generates the other half of each class with <see cref="NetworkAttribute"/>. It reports nothing: what is wrong with a network is
/// for the analyzers to say, by the rules in <see cref="DefinitionRules"/>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkReading> readings = context.SyntaxProvider
            .ForAttributeWithMetadataName(TypeNames.NetworkAttribute, static (node, _) => node is TypeDeclarationSyntax, ReadNetwork)
            .WhereNotNull()
            .WithTrackingName(TrackingNames.Reading);

        IncrementalValuesProvider<NetworkPlan> plans = readings
            .Select(static (reading, _) => reading.Network)
            .WhereNotNull()
            .WithTrackingName(TrackingNames.Model)
            .Select(static (network, _) => NetworkPlan.Of(network))
            .WithTrackingName(TrackingNames.Plan);

        IncrementalValuesProvider<SourceFile> networks = plans
            .Select(static (plan, _) => NetworkEmitter.Emit(plan))
            .WithTrackingName(TrackingNames.Text);

        IncrementalValuesProvider<SourceFile> standIns = readings
            .Select(static (reading, _) => reading.StandIn)
            .WhereNotNull()
            .Select(static (standIn, _) => StandInEmitter.Emit(standIn))
            .WithTrackingName(TrackingNames.StandIn);

        context.RegisterSourceOutput(networks, AddSource);
        context.RegisterSourceOutput(standIns, AddSource);
        foreach (LayerReader layer in LayerReader.All)
        {
            context.RegisterSourceOutput(StandInsOutsideNetworks(context.SyntaxProvider, layer.AttributeName), AddSource);
        }
    }

    private static IncrementalValuesProvider<SourceFile> StandInsOutsideNetworks(SyntaxValueProvider syntax, string attributeName) => syntax
        .ForAttributeWithMetadataName(attributeName, static (node, _) => node is PropertyDeclarationSyntax, ReadLayerOutsideNetworks)
        .WhereNotNull()
        .Select(static (standIn, _) => StandInEmitter.Emit(standIn))
        .WithTrackingName(TrackingNames.StandInOutsideNetworks);

    private static NetworkReading? ReadNetwork(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (NetworkReader.Read((INamedTypeSymbol)context.TargetSymbol, WellKnownTypes.Of(context.SemanticModel.Compilation), cancellation) is not { } network
            || network.Syntax != context.TargetNode)
        {
            // The attribute stands on several parts of the type, which the compiler reports; one of them makes the file.
            return null;
        }

        return network.IsUnderstood && !DefinitionRules.Check(network).Any()
            ? new NetworkReading(ModelReader.Read(network, cancellation), null)
            : new NetworkReading(null, StandInReader.Read(network));
    }

    private static StandIn? ReadLayerOutsideNetworks(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        IPropertySymbol property = (IPropertySymbol)context.TargetSymbol;
        return DefinitionRules.CheckOutsideNetworks(property, WellKnownTypes.Of(context.SemanticModel.Compilation)).Any() ? StandInReader.Read(property) : null;
    }

    private static void AddSource(SourceProductionContext context, SourceFile file) => context.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
}
