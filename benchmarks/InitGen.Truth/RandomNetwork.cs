namespace InitGen.Truth;

/// <summary>Networks at random, all of which can be generated: most as people write them, some as nobody does.</summary>
internal sealed class RandomNetwork
{
    private const int LeastDepth = 2;
    private const int LargestDepth = 20;
    private const int LeastWidth = 16;
    private const int LargestWidth = 256;

    // What people write most stands more than once.
    private static readonly Activation[] Activations =
    [
        Activation.Relu, Activation.Relu, Activation.Relu, Activation.Relu, Activation.Tanh, Activation.Tanh, Activation.Tanh,
        Activation.Sigmoid, Activation.Sigmoid, Activation.LeakyRelu, Activation.LeakyRelu, Activation.Gelu, Activation.Gelu,
        Activation.Elu, Activation.Selu, Activation.Silu, Activation.Mish, Activation.Softplus, Activation.Softsign, Activation.Linear,
    ];

    private readonly Chance _chance;
    private readonly RandomLayer _layers;
    private readonly LearningTask _task;

    private RandomNetwork(Chance chance, LearningTask task)
    {
        _chance = chance;
        _layers = new RandomLayer(chance);
        _task = task;
    }

    /// <summary>A network.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="number">Its number among those of the seed.</param>
    /// <param name="task">What it is to learn.</param>
    public static NetworkDefinition Of(ulong seed, int number, LearningTask task) =>
        new RandomNetwork(new Chance(seed, number), task).Choose(number);

    private NetworkDefinition Choose(int number)
    {
        int hidden = _chance.LogUniform(LeastDepth, LargestDepth) - 1;
        LayerStyle style = _chance.Of(
            LayerStyle.Named, LayerStyle.Named, LayerStyle.Named, LayerStyle.Named, LayerStyle.WrittenScale, LayerStyle.WrittenScale,
            LayerStyle.Wild);
        bool isAlike = _chance.Percent(style == LayerStyle.Wild ? 30 : 70);
        IReadOnlyList<LayerDefinition> layers = isAlike ? Alike(style, hidden) : Mixed(style, hidden);
        return new NetworkDefinition(number, _task.InputSize, [.. layers, Output(style, layers[^1])]);
    }

    // One kind of layer all through.
    private IReadOnlyList<LayerDefinition> Alike(LayerStyle style, int count)
    {
        int width = Width();
        LayerDefinition layer = _layers.Choose(style, width, width, _chance.Of(Activations));
        if (layer.Init == Init.Identity && width != _task.InputSize)
        {
            // The first layer is not square.
            LayerDefinition first = new(width, layer.Activation, Init.Auto) { Slope = layer.Slope };
            return count == 1 ? [first] : [first, layer with { Repeat = count - 1 }];
        }

        return count > 1 && _chance.Percent(30) ? [layer, layer with { Repeat = count - 1 }] : [layer with { Repeat = count }];
    }

    // Layers that differ; the activation in few networks but the wild ones.
    private List<LayerDefinition> Mixed(LayerStyle style, int count)
    {
        List<LayerDefinition> layers = [];
        bool sameWidth = _chance.Percent(40);
        bool sameActivation = _chance.Percent(style == LayerStyle.Wild ? 10 : 50);
        int width = Width();
        Activation activation = _chance.Of(Activations);
        int inputs = _task.InputSize;
        while (count > 0)
        {
            int repeat = _chance.Percent(25) ? Math.Min(count, _chance.Of(2, 3, 4)) : 1;
            width = sameWidth ? width : Width();
            activation = sameActivation ? activation : _chance.Of(Activations);
            layers.Add(_layers.Choose(style, inputs, width, activation) with { Repeat = repeat });
            inputs = width;
            count -= repeat;
        }

        return layers;
    }

    // Nearly always what suits it, or what all other layers have.
    private LayerDefinition Output(LayerStyle style, LayerDefinition last)
    {
        if (_chance.Percent(style == LayerStyle.Wild ? 60 : 75))
        {
            return new LayerDefinition(
                _task.OutputSize, _task.OutputActivation, _chance.Of(Init.Auto, Init.Auto, Init.XavierUniform, Init.XavierNormal));
        }

        return last.Init != Init.Identity && _chance.Percent(60)
            ? last with { Units = _task.OutputSize, Activation = _task.OutputActivation, Slope = null, Repeat = 1 }
            : _layers.Choose(style, last.Units, _task.OutputSize, _task.OutputActivation);
    }

    private int Width() => _chance.Percent(60) ? _chance.Of(16, 32, 64, 64, 128, 128, 256) : _chance.LogUniform(LeastWidth, LargestWidth);
}
