using System.Collections.Immutable;
using System.Linq;
using System.Text;
using InitGen.Definition;
using InitGen.Emit;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace InitGen;

/// <summary>Generates the other half of each class with <see cref="NetworkAttribute"/>. What is wrong with a network is for the analyzers to
/// say, by the rules in <see cref="DefinitionRules"/>; it reports only what the compiler keeps them from.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    private readonly LayerForms _forms;
    private readonly DefinitionReader _reader;

    /// <summary>Generates networks of the library's kinds of layers.</summary>
    public NetworkGenerator()
        : this(LayerForms.Default, DefinitionReader.Default)
    {
    }

    /// <summary>Generates networks of given kinds of layers.</summary>
    /// <param name="forms">The kinds.</param>
    internal NetworkGenerator(LayerForms forms)
        : this(forms, new DefinitionReader(forms))
    {
    }

    private NetworkGenerator(LayerForms forms, DefinitionReader reader)
    {
        _forms = forms;
        _reader = reader;
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<DefinitionReading> readings = context.CompilationProvider
            .Select(static (compilation, _) => Declarations.Of(compilation))
            .SelectMany((declarations, cancellation) => declarations.Read(_reader.Read, cancellation))
            .WithTrackingName(TrackingNames.Reading);

        IncrementalValuesProvider<NetworkPlan> plans = WhereNotNull(readings.Select(static (reading, _) => reading.Network))
            .WithTrackingName(TrackingNames.Model)
            .Select(static (network, _) => NetworkPlan.Of(network))
            .WithTrackingName(TrackingNames.Plan);

        IncrementalValuesProvider<SourceFile> networks = plans
            .Select((plan, _) => NetworkEmitter.Emit(plan, _forms))
            .WithTrackingName(TrackingNames.Text);

        IncrementalValuesProvider<SourceFile> blocks = WhereNotNull(readings.Select(static (reading, _) => reading.Block))
            .Select(static (block, _) => BlockEmitter.Emit(block))
            .WithTrackingName(TrackingNames.Block);

        IncrementalValuesProvider<SourceFile> standIns = WhereNotNull(readings.Select(static (reading, _) => reading.StandIn))
            .Select(static (standIn, _) => StandInEmitter.Emit(standIn))
            .WithTrackingName(TrackingNames.StandIn);

        context.RegisterSourceOutput(networks, AddSource);
        context.RegisterSourceOutput(blocks, AddSource);
        context.RegisterSourceOutput(standIns, AddSource);

        // Places of mistakes come from the compilation at hand, so that no value has to hold them; without such a mistake, nothing is done.
        IncrementalValuesProvider<bool> unheard = readings.Collect().SelectMany(static (all, _) =>
            all.Any(static reading => reading.StopsCompiler) ? ImmutableArray.Create(true) : []);
        context.RegisterSourceOutput(unheard.Combine(context.CompilationProvider), (output, pair) =>
        {
            foreach (Diagnostic mistake in _reader.UnheardMistakes(pair.Right, output.CancellationToken))
            {
                output.ReportDiagnostic(mistake);
            }
        });
    }

    private static void AddSource(SourceProductionContext context, SourceFile file) =>
        context.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));

    private static IncrementalValuesProvider<T> WhereNotNull<T>(IncrementalValuesProvider<T?> values)
        where T : class => values.Where(static value => value is not null).Select(static (value, _) => value!);
}

/// <summary>The names of the generator's steps, by which tests see what an edit made it do again.</summary>
internal static class TrackingNames
{
    /// <summary>Definitions are read.</summary>
    public const string Reading = "Reading";

    /// <summary>The networks that can be generated.</summary>
    public const string Model = "Model";

    /// <summary>Layers are resolved and predicted.</summary>
    public const string Plan = "Plan";

    /// <summary>The text of networks.</summary>
    public const string Text = "Text";

    /// <summary>The text of blocks.</summary>
    public const string Block = "Block";

    /// <summary>The text of what stands in for networks with a mistake, and for layers that are in no network.</summary>
    public const string StandIn = "StandIn";
}
