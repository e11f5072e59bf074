using InitGen.Activations;
using InitGen.Specification;

namespace InitGen.Initialization;

/// <summary>The initializer that suits the layer's activation.</summary>
internal sealed class AutoInitializer : InitializerDefinition
{
    internal static readonly AutoInitializer Instance = new();

    private AutoInitializer()
    {
    }

    /// <inheritdoc/>
    public override string Name => "automatic";

    /// <summary>The same layer with the initializer and the gain spelled out; the layer itself where it already names an
    /// initializer.</summary>
    /// <param name="layer">The layer.</param>
    public static DenseSpec Decide(DenseSpec layer)
    {
        if (layer.Init != Init.Auto)
        {
            return layer;
        }

        ActivationFunction activation = ActivationFunction.Of(layer.Activation, layer.Slope);
        return layer with
        {
            Init = activation.SuitableInit,
            Gain = activation.SuitableGain,
            FanMode = FanMode.Default,
            Truncated = false,
        };
    }

    /// <inheritdoc/>
    public override DenseSpec SpellOut(DenseSpec layer)
    {
        DenseSpec decided = Decide(layer);
        return Of(decided.Init).SpellOut(decided);
    }

    /// <inheritdoc/>
    public override WeightDistribution Resolve(DenseSpec layer, int inputs)
    {
        DenseSpec decided = Decide(layer);
        return Of(decided.Init).Resolve(decided, inputs);
    }

    /// <inheritdoc/>
    public override string Formula(DenseSpec layer, int inputs)
    {
        DenseSpec decided = Decide(layer);
        return Of(decided.Init).Formula(decided, inputs);
    }
}
