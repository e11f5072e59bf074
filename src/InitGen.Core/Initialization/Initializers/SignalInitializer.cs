using InitGen.Activations;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Initialization;

/// <summary>An initializer whose weights depend on the signal that comes into the layer.</summary>
internal abstract class SignalInitializer : InitializerDefinition
{
    private protected SignalInitializer()
    {
    }

    /// <summary>The same layer with an initializer and a gain that do not depend on the signal.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="incoming">The signal that comes in.</param>
    public abstract WeightedSpec Decide(WeightedSpec layer, IncomingSignal incoming);

    /// <summary>The distribution inside a stack of the same layer; in a network, <see cref="LayerResolution"/> knows what comes in.</summary>
    /// <inheritdoc/>
    public sealed override WeightDistribution Resolve(InitializerSpec spec, WeightContext context)
    {
        InitializerSpec decided = InStack(spec, context.Behind);
        return Of(decided.Init).Resolve(decided, context);
    }

    /// <inheritdoc/>
    public sealed override string Formula(InitializerSpec spec, WeightContext context)
    {
        InitializerSpec decided = InStack(spec, context.Behind);
        return Of(decided.Init).Formula(decided, context);
    }

    /// <summary>The weights inside a stack of layers of one activation.</summary>
    private protected InitializerSpec InStack(InitializerSpec spec, ActivationSpec behind) =>
        Decide(new DenseSpec { Name = "", Units = 1, Activation = behind, Weights = spec }, IncomingSignal.Unknown).Weights;
}
