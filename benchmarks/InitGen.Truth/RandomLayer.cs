namespace InitGen.Truth;

/// <summary>Layers at random, each with the arguments that its initializer and its activation understand.</summary>
/// <param name="chance">What decides.</param>
internal sealed class RandomLayer(Chance chance)
{
    private const double LeastScale = 1e-4;
    private const double LargestScale = 3;

    private static readonly Init[] Named =
    [
        Init.Auto, Init.Auto, Init.Auto, Init.Auto, Init.XavierUniform, Init.XavierUniform, Init.XavierNormal, Init.XavierNormal,
        Init.HeNormal, Init.HeNormal, Init.HeNormal, Init.HeUniform, Init.LeCunNormal, Init.LeCunUniform, Init.Orthogonal,
    ];

    private static readonly Init[] WithScale =
    [
        Init.Normal, Init.Normal, Init.Normal, Init.Normal, Init.TruncatedNormal, Init.TruncatedNormal, Init.Uniform, Init.Uniform,
        Init.Uniform, Init.Sparse, Init.Constant, Init.Zeros,
    ];

    // Not what came later: a seed keeps its networks.
    private static readonly Init[] All = [.. Enum.GetValues<Init>().Where(init => init < Init.Custom)];

    /// <summary>A layer.</summary>
    /// <param name="style">How it is written.</param>
    /// <param name="inputs">The number of its inputs.</param>
    /// <param name="units">The number of its units.</param>
    /// <param name="activation">Its activation.</param>
    public LayerDefinition Choose(LayerStyle style, int inputs, int units, Activation activation)
    {
        Init init = style switch
        {
            LayerStyle.Named => chance.Of(Named),
            LayerStyle.WrittenScale => chance.Of(WithScale),
            _ => chance.Of(All),
        };
        if (init == Init.Identity && inputs != units)
        {
            init = Init.Auto; // it needs a square layer
        }

        bool isWild = style == LayerStyle.Wild;
        LayerDefinition layer = WithInitializer(new(units, activation, init), inputs, isWild);
        if (activation == Activation.LeakyRelu && chance.Percent(50))
        {
            layer = layer with { Slope = chance.Of(0.01, 0.05, 0.1, 0.2, 0.3) };
        }

        return WithBiases(layer, isWild);
    }

    private LayerDefinition WithInitializer(LayerDefinition layer, int inputs, bool isWild) => layer.Init switch
    {
        Init.Normal or Init.TruncatedNormal => layer with { StdDev = Scale(isWild) },
        Init.Uniform => layer with { Limit = Scale(isWild) },
        Init.Sparse => layer with { NonZeros = Math.Min(inputs - 1, chance.Of(3, 5, 10, 15, 15, 20, 30)), StdDev = Scale(isWild) },
        Init.Constant => layer with { Value = chance.Sign() * Scale(isWild) },
        Init.XavierNormal or Init.HeNormal or Init.LeCunNormal =>
            WithFamily(layer, isWild) with { Truncated = chance.Percent(8) ? true : null },
        Init.XavierUniform or Init.HeUniform or Init.LeCunUniform => WithFamily(layer, isWild),
        Init.Orthogonal => layer with { Gain = Gain(isWild) },
        _ => layer,
    };

    private LayerDefinition WithFamily(LayerDefinition layer, bool isWild) => layer with
    {
        Gain = Gain(isWild),
        FanMode = chance.Percent(6) ? chance.Of(FanMode.In, FanMode.Out, FanMode.Average) : null,
    };

    // √2 and 5/3 are the gains that other libraries name; the others are tried out.
    private double? Gain(bool isWild) =>
        chance.Percent(isWild ? 50 : 12) ? isWild ? chance.LogUniform(0.1, 10) : chance.Of(0.5, 1.414, 1.414, 1.667, 1.667, 2) : null;

    private double Scale(bool isWild) => isWild || chance.Percent(40)
        ? chance.LogUniform(LeastScale, LargestScale)
        : chance.Of(0.001, 0.01, 0.01, 0.02, 0.05, 0.05, 0.1, 0.1, 0.2, 0.5, 1);

    private LayerDefinition WithBiases(LayerDefinition layer, bool isWild)
    {
        if (chance.Percent(8))
        {
            return layer with { UseBias = false };
        }

        return layer with
        {
            Bias = chance.Percent(isWild ? 20 : 6) ? Bias(isWild) : null,
            BiasStdDev = chance.Percent(isWild ? 15 : 4) ? chance.LogUniform(0.01, isWild ? 3 : 0.3) : null,
        };
    }

    private double Bias(bool isWild) => isWild ? chance.Sign() * chance.LogUniform(0.01, 5) : chance.Of(0.01, 0.1, 0.1, 0.5, 1, -1);
}
