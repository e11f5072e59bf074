using System;
using System.Linq;
using InitGen.Activations;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Initialization;

public class InitializerDefinitionTests
{
    private const int Inputs = 784;
    private const int Units = 500;
    private const InitializerArguments ScaledUniform = InitializerArguments.Gain | InitializerArguments.FanMode;
    private const InitializerArguments ScaledNormal = ScaledUniform | InitializerArguments.Truncated;
    private const InitializerArguments SparseArguments = InitializerArguments.NonZeros | InitializerArguments.StdDev;

    private static readonly WeightContext Context = new(Inputs, Units, Activation.Linear);

    private static readonly InitializerSpec Written = new()
    {
        StdDev = 0.3,
        Limit = 0.06,
        Value = -0.1,
        NonZeros = 15,
        Gain = 1.7,
        Type = "global::My.Initializer",
    };

    public static TheoryData<Init> Inits => [.. Enum.GetValues<Init>()];

    // The table of the theory, n = 784, m = 500, gain 1.7, written out by hand.
    [Theory]
    [InlineData(Init.Zeros, 0)]
    [InlineData(Init.Ones, 0)]
    [InlineData(Init.Constant, 0)]
    [InlineData(Init.Normal, 0.3 * 0.3)]
    [InlineData(Init.TruncatedNormal, 0.3 * 0.3)]
    [InlineData(Init.Uniform, 0.06 * 0.06 / 3)]
    [InlineData(Init.XavierNormal, 2.89 * 2 / 1284)]
    [InlineData(Init.XavierUniform, 2.89 * 2 / 1284)]
    [InlineData(Init.HeNormal, 2.89 * 2 / 784)]
    [InlineData(Init.HeUniform, 2.89 * 2 / 784)]
    [InlineData(Init.LeCunNormal, 2.89 / 784)]
    [InlineData(Init.LeCunUniform, 2.89 / 784)]
    [InlineData(Init.Orthogonal, 2.89 / 784)]
    [InlineData(Init.Identity, (500.0 / (784 * 500)) * (1 - (500.0 / (784 * 500))))]
    [InlineData(Init.Sparse, 0.09 * 15 / 784)]
    [InlineData(Init.Custom, double.NaN)]
    [InlineData(Init.Torch, 1.0 / 784 / 3)]
    [InlineData(Init.Critical, 1.0 / 784)]
    [InlineData(Init.DeltaOrthogonal, 2.89 / 784)]
    [InlineData(Init.Dirac, (500.0 / (784 * 500)) * (1 - (500.0 / (784 * 500))))]
    public void A_weight_has_the_variance_of_its_initializer(Init init, double expected) =>
        Close.Equal(expected, Resolve(Written with { Init = init }).Variance(Inputs, Units), 1e-14);

    [Theory]
    [InlineData(Init.XavierNormal, FanMode.Average, 2.89 * 2 / 1284)]
    [InlineData(Init.XavierNormal, FanMode.In, 2.89 / 784)]
    [InlineData(Init.XavierUniform, FanMode.Out, 2.89 / 500)]
    [InlineData(Init.HeNormal, FanMode.In, 2.89 * 2 / 784)]
    [InlineData(Init.HeUniform, FanMode.Out, 2.89 * 2 / 500)]
    [InlineData(Init.HeNormal, FanMode.Average, 2.89 * 2 / 642)]
    [InlineData(Init.LeCunUniform, FanMode.In, 2.89 / 784)]
    [InlineData(Init.LeCunNormal, FanMode.Out, 2.89 / 500)]
    [InlineData(Init.LeCunNormal, FanMode.Average, 2.89 / 642)]
    public void A_fan_mode_replaces_the_fan_and_keeps_the_numerator(Init init, FanMode fanMode, double expected) =>
        Close.Equal(expected, Resolve(Written with { Init = init, FanMode = fanMode }).Variance(Inputs, Units), 1e-14);

    [Fact]
    public void Only_He_makes_up_for_the_slope_of_a_leaky_relu_and_only_of_a_leaky_relu()
    {
        InitializerSpec plain = Written with { Gain = 1 };
        ActivationSpec leaky = new(Activation.LeakyRelu, 0.2);
        Close.Equal(2 / 1.04 / 784, Resolve(plain with { Init = Init.HeNormal }, leaky).Variance(Inputs, Units), 1e-14);
        Close.Equal(2 / 1.04 / 784, Resolve(plain with { Init = Init.HeUniform }, leaky).Variance(Inputs, Units), 1e-14);
        Close.Equal(1.0 / 784, Resolve(plain with { Init = Init.LeCunNormal }, leaky).Variance(Inputs, Units), 1e-14);
        Close.Equal(2.0 / 784, Resolve(plain with { Init = Init.HeNormal }, Activation.Relu).Variance(Inputs, Units), 1e-14);
    }

    [Theory]
    [InlineData(FanMode.Default, 2)]
    [InlineData(FanMode.In, 2.0 / 784)]
    [InlineData(FanMode.Out, 2.0 / 500)]
    [InlineData(FanMode.Average, 4.0 / 1284)]
    public void A_custom_initializer_that_tells_its_variance_is_predictable(FanMode fanMode, double expected)
    {
        WeightDistribution weights = Resolve(Written with { Init = Init.Custom, TypeVariance = new DeclaredVariance(2, fanMode) });
        Close.Equal(expected, weights.Variance(Inputs, Units), 1e-14);
        Assert.True(weights.IsPredictable);
    }

    [Fact]
    public void An_orthogonal_matrix_has_unit_rows_or_columns_whichever_are_shorter()
    {
        Assert.Equal(4.0 / 784, new OrthogonalWeights(2).Variance(784, 500));
        Assert.Equal(4.0 / 784, new OrthogonalWeights(2).Variance(500, 784));
    }

    [Fact]
    public void A_sparse_layer_of_few_inputs_draws_all_weights() =>
        Close.Equal(0.09, Resolve(Written with { Init = Init.Sparse }).Variance(inputs: 10, Units), 1e-14);

    [Theory]
    [InlineData(Init.XavierNormal)]
    [InlineData(Init.HeNormal)]
    [InlineData(Init.LeCunNormal)]
    public void Truncation_keeps_the_standard_deviation(Init init)
    {
        NormalWeights whole = Assert.IsType<NormalWeights>(Resolve(Written with { Init = init }));
        TruncatedNormalWeights truncated = Assert.IsType<TruncatedNormalWeights>(Resolve(Written with { Init = init, Truncated = true }));
        Assert.Equal(whole.StdDev, truncated.StdDev);
    }

    [Fact]
    public void A_distribution_has_the_constants_that_code_needs()
    {
        Assert.Equal(new NormalWeights(0.050507627227610534), Resolve(Written with { Init = Init.HeNormal, Gain = 1 }));
        Assert.Equal(new UniformWeights(Math.Sqrt(6.0 / 1284)), Resolve(Written with { Init = Init.XavierUniform, Gain = 1 }));
        Assert.Equal(new ConstantWeights(0), Resolve(Written with { Init = Init.Zeros }));
        Assert.Equal(new ConstantWeights(1), Resolve(Written with { Init = Init.Ones }));
        Assert.Equal(new ConstantWeights(-0.1), Resolve(Written with { Init = Init.Constant }));
        Assert.Equal(new NormalWeights(0.3), Resolve(Written with { Init = Init.Normal }));
        Assert.Equal(new TruncatedNormalWeights(0.3), Resolve(Written with { Init = Init.TruncatedNormal }));
        Assert.Equal(new SparseWeights(15, 0.3), Resolve(Written with { Init = Init.Sparse }));
        Assert.Equal(new OrthogonalWeights(1.7), Resolve(Written with { Init = Init.Orthogonal }));
        Assert.Equal(new CustomWeights("global::My.Initializer", double.NaN), Resolve(Written with { Init = Init.Custom }));
    }

    // torch.nn.Linear.reset_parameters: kaiming_uniform_ with a = √5 is U(−l, l) with l = √(6/((1 + 5)·n)), and so are the biases.
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0.1, 0, false)]
    [InlineData(0, 0.1, false)]
    public void PyTorchs_biases_are_drawn_as_its_weights_unless_they_are_declared(double bias, double stdDev, bool isDrawn)
    {
        DenseSpec layer = new() { Name = "Hidden", Units = Units, Weights = Init.Torch, Bias = bias, BiasStdDev = stdDev };
        WeightDistribution expected = new UniformWeights(Math.Sqrt(6 / (6 * (double)Inputs)));
        Assert.Equal(expected, Resolve(Init.Torch));
        WeightDistribution biases = layer.ParametersOf(new Shape(Inputs)).Single(parameter => parameter.Role == ParameterRole.Bias).Distribution;
        Assert.Equal(isDrawn ? expected : stdDev > 0 ? new NormalWeights(stdDev, bias) : new ConstantWeights(bias), biases);
    }

    [Theory]
    [InlineData(Init.Auto, InitializerArguments.None, InitializerArguments.None)]
    [InlineData(Init.Zeros, InitializerArguments.None, InitializerArguments.None)]
    [InlineData(Init.Ones, InitializerArguments.None, InitializerArguments.None)]
    [InlineData(Init.Constant, InitializerArguments.Value, InitializerArguments.Value)]
    [InlineData(Init.Normal, InitializerArguments.StdDev, InitializerArguments.StdDev)]
    [InlineData(Init.TruncatedNormal, InitializerArguments.StdDev, InitializerArguments.StdDev)]
    [InlineData(Init.Uniform, InitializerArguments.Limit, InitializerArguments.Limit)]
    [InlineData(Init.XavierNormal, ScaledNormal, InitializerArguments.None)]
    [InlineData(Init.XavierUniform, ScaledUniform, InitializerArguments.None)]
    [InlineData(Init.HeNormal, ScaledNormal, InitializerArguments.None)]
    [InlineData(Init.HeUniform, ScaledUniform, InitializerArguments.None)]
    [InlineData(Init.LeCunNormal, ScaledNormal, InitializerArguments.None)]
    [InlineData(Init.LeCunUniform, ScaledUniform, InitializerArguments.None)]
    [InlineData(Init.Orthogonal, InitializerArguments.Gain, InitializerArguments.None)]
    [InlineData(Init.Identity, InitializerArguments.None, InitializerArguments.None)]
    [InlineData(Init.Sparse, SparseArguments, SparseArguments)]
    [InlineData(Init.Custom, InitializerArguments.Initializer, InitializerArguments.Initializer)]
    [InlineData(Init.Torch, InitializerArguments.None, InitializerArguments.None)]
    [InlineData(Init.Critical, InitializerArguments.None, InitializerArguments.None)]
    [InlineData(Init.DeltaOrthogonal, InitializerArguments.Gain, InitializerArguments.None)]
    [InlineData(Init.Dirac, InitializerArguments.None, InitializerArguments.None)]
    public void An_initializer_says_which_arguments_it_takes(Init init, object accepted, object required)
    {
        Assert.Equal(accepted, InitializerDefinition.Of(init).AcceptedArguments);
        Assert.Equal(required, InitializerDefinition.Of(init).RequiredArguments);
    }

    [Theory]
    [MemberData(nameof(Inits))]
    public void An_argument_that_is_not_accepted_changes_nothing(Init init)
    {
        InitializerDefinition definition = InitializerDefinition.Of(init);
        InitializerSpec layer = Written with { Init = init };
        WeightContext context = Context with { Behind = Activation.Elu };
        (InitializerArguments Argument, InitializerSpec Changed)[] changes =
        [
            (InitializerArguments.Gain, layer with { Gain = 3 }),
            (InitializerArguments.StdDev, layer with { StdDev = 3 }),
            (InitializerArguments.Limit, layer with { Limit = 3 }),
            (InitializerArguments.Value, layer with { Value = 3 }),
            (InitializerArguments.NonZeros, layer with { NonZeros = 3 }),
            (InitializerArguments.FanMode, layer with { FanMode = FanMode.Out }),
            (InitializerArguments.Truncated, layer with { Truncated = true }),
            (InitializerArguments.Initializer, layer with { Type = "global::Other" }),
        ];
        foreach ((InitializerArguments argument, InitializerSpec changed) in changes)
        {
            bool isAccepted = definition.AcceptedArguments.HasFlag(argument);
            Assert.Equal(isAccepted, definition.Resolve(changed, context) != definition.Resolve(layer, context));
        }
    }

    [Fact]
    public void Every_argument_is_a_property_of_the_attribute() =>
        Assert.All(
            Enum.GetValues<InitializerArguments>().Where(argument => argument != InitializerArguments.None),
            argument => Assert.NotNull(typeof(DenseAttribute).GetProperty(argument.ToString())));

    [Theory]
    [InlineData(Init.Zeros, "zeros", "0")]
    [InlineData(Init.Ones, "ones", "1")]
    [InlineData(Init.Constant, "constant", "-0.1")]
    [InlineData(Init.Normal, "normal", "N(0, σ²), σ = 0.3")]
    [InlineData(Init.TruncatedNormal, "truncated normal", "truncated N(0, σ²), σ = 0.3")]
    [InlineData(Init.Uniform, "uniform", "U(−l, l), l = 0.06")]
    [InlineData(Init.XavierNormal, "Xavier normal", "N(0, σ²), σ = 1.7·√(2/(784 + 500))")]
    [InlineData(Init.XavierUniform, "Xavier uniform", "U(−l, l), l = 1.7·√(6/(784 + 500))")]
    [InlineData(Init.HeNormal, "He normal", "N(0, σ²), σ = 1.7·√(2/784)")]
    [InlineData(Init.HeUniform, "He uniform", "U(−l, l), l = 1.7·√(6/784)")]
    [InlineData(Init.LeCunNormal, "LeCun normal", "N(0, σ²), σ = 1.7·√(1/784)")]
    [InlineData(Init.LeCunUniform, "LeCun uniform", "U(−l, l), l = 1.7·√(3/784)")]
    [InlineData(Init.Orthogonal, "orthogonal", "1.7·orthonormal rows")]
    [InlineData(Init.Identity, "identity", "identity matrix")]
    [InlineData(Init.Sparse, "sparse", "15 of 784 from N(0, σ²), σ = 0.3")]
    [InlineData(Init.Custom, "custom", "global::My.Initializer")]
    [InlineData(Init.Torch, "PyTorch's default", "U(−l, l), l = √(1/784)")]
    [InlineData(Init.Critical, "critical", "N(0, σ²), σ = √(1/784)")]
    [InlineData(Init.DeltaOrthogonal, "delta-orthogonal", "1.7·orthonormal columns in the middle of the kernel")]
    [InlineData(Init.Dirac, "Dirac", "identity in the middle of the kernel")]
    public void A_formula_shows_how_the_distribution_follows_from_the_shape(Init init, string name, string formula)
    {
        Assert.Equal(name, InitializerDefinition.Of(init).Name);
        Assert.Equal(formula, InitializerDefinition.Of(init).Formula(Written with { Init = init }, Context));
    }

    [Fact]
    public void What_picks_an_initializer_has_a_name_too() => Assert.Equal("automatic", InitializerDefinition.Of(Init.Auto).Name);

    [Fact]
    public void A_formula_shows_slope_fan_mode_and_truncation_and_hides_a_gain_of_1()
    {
        InitializerSpec layer = Written with { Init = Init.HeNormal, Gain = 1, Truncated = true };
        WeightContext context = Context with { Behind = new(Activation.LeakyRelu, 0.2) };
        Assert.Equal("truncated N(0, σ²), σ = √(2/((1 + 0.2²)·784))", InitializerDefinition.Of(Init.HeNormal).Formula(layer, context));
        Assert.Equal(
            "truncated N(0, σ²), σ = √(4/((1 + 0.2²)·(784 + 500)))",
            InitializerDefinition.Of(Init.HeNormal).Formula(layer with { FanMode = FanMode.Average }, context));
        Assert.Equal(
            "U(−l, l), l = √(3/500)",
            InitializerDefinition.Of(Init.XavierUniform).Formula(layer with { FanMode = FanMode.Out }, context));
    }

    [Theory]
    [InlineData(499, "orthonormal columns")]
    [InlineData(500, "orthonormal rows")] // both
    [InlineData(501, "orthonormal rows")]
    public void An_orthogonal_matrix_is_orthonormal_along_its_shorter_side(int inputs, string formula) =>
        Assert.Equal(formula, InitializerDefinition.Of(Init.Orthogonal).Formula(Written with { Gain = 1 }, Context with { Columns = inputs }));

    [Theory]
    [MemberData(nameof(Inits))]
    public void Only_independent_weights_of_mean_0_are_predictable(Init init)
    {
        bool isPredictable = init is not (Init.Ones or Init.Constant or Init.Identity or Init.Dirac or Init.Custom);
        Assert.Equal(isPredictable, Resolve(Written with { Init = init }).IsPredictable);
    }

    [Fact]
    public void A_constant_of_0_is_predictable() => Assert.True(Resolve(Written with { Init = Init.Constant, Value = 0 }).IsPredictable);

    // While it is typed, a definition is read that has no type yet.
    [Fact]
    public void A_custom_initializer_without_a_type_has_no_name_and_no_known_variance()
    {
        InitializerSpec layer = Written with { Init = Init.Custom, Type = null };
        Assert.Equal(new CustomWeights("", double.NaN), Resolve(layer));
        Assert.Equal("", InitializerDefinition.Of(Init.Custom).Formula(layer, Context));
    }

    [Fact]
    public void An_initializer_that_does_not_exist_is_refused() => Assert.StartsWith(
        "There is no such initializer.",
        Assert.Throws<ArgumentOutOfRangeException>("init", () => InitializerDefinition.Of((Init)99)).Message,
        StringComparison.Ordinal);

    private static WeightDistribution Resolve(InitializerSpec spec) => Resolve(spec, Activation.Linear);

    private static WeightDistribution Resolve(InitializerSpec spec, ActivationSpec behind) =>
        InitializerDefinition.Of(spec.Init).Resolve(spec, Context with { Behind = behind });
}
