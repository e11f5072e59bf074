using System.Text;
using InitGen.Definition;
using InitGen.Emit;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
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
        IncrementalValuesProvider<NetworkReading> readings = context.CompilationProvider
            .Select(static (compilation, _) => Declarations.Of(compilation))
            .SelectMany(static (declarations, cancellation) => declarations.Read(DefinitionReader.Read, cancellation))
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
    }

    private static void AddSource(SourceProductionContext context, SourceFile file) => context.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
}
