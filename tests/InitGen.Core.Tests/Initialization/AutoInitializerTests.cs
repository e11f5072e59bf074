using System;
using InitGen.Initialization;
using InitGen.Specification;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Initialization;

public class AutoInitializerTests
{
    // The gains 1/√E[φ(z)²] were computed with 30 digits.
    [Theory]
    [InlineData(Activation.Linear, Init.XavierUniform, 1)]
    [InlineData(Activation.Relu, Init.HeNormal, 1)]
    [InlineData(Activation.LeakyRelu, Init.HeNormal, 1)]
    [InlineData(Activation.Elu, Init.LeCunNormal, 1.2451983007007065503)]
    [InlineData(Activation.Selu, Init.LeCunNormal, 1)]
    [InlineData(Activation.Gelu, Init.LeCunNormal, 1.5335304411955352338)]
    [InlineData(Activation.Silu, Init.LeCunNormal, 1.6765324703310911586)]
    [InlineData(Activation.Mish, Init.LeCunNormal, 1.486847581273208102)]
    [InlineData(Activation.Softplus, Init.LeCunNormal, 1.041866835535301708)]
    [InlineData(Activation.Softsign, Init.XavierUniform, 1)]
    [InlineData(Activation.Sigmoid, Init.XavierUniform, 4)]
    [InlineData(Activation.Tanh, Init.XavierUniform, 1)]
    [InlineData(Activation.Softmax, Init.XavierUniform, 1)]
    public void Auto_picks_by_activation(Activation activation, Init init, double gain)
    {
        DenseSpec decided = AutoInitializer.Decide(new DenseSpec { Name = "Layer", Units = 20, Activation = activation });
        Assert.Equal(init, decided.Init);
        Close.Equal(gain, decided.Gain, 1e-14);
    }

    [Fact]
    public void Every_activation_has_an_automatic_initializer() =>
        Assert.All(Enum.GetValues<Activation>(), activation =>
        {
            var layer = new DenseSpec { Name = "Layer", Units = 20, Activation = activation };
            DenseSpec decided = AutoInitializer.Decide(layer);
            InitializerDefinition automatic = InitializerDefinition.Of(Init.Auto);
            InitializerDefinition spelledOut = InitializerDefinition.Of(decided.Init);
            Assert.Equal(spelledOut.Resolve(decided, 30), automatic.Resolve(layer, 30));
            Assert.Equal(spelledOut.Formula(decided, 30), automatic.Formula(layer, 30));
        });

    [Fact]
    public void Auto_makes_up_for_the_slope_of_a_leaky_relu()
    {
        var layer = new DenseSpec { Name = "Layer", Units = 20, Activation = Activation.LeakyRelu, Slope = 0.5 };
        Close.Equal(2 / 1.25 / 30, InitializerDefinition.Of(Init.Auto).Resolve(layer, 30).Variance(30, 20), 1e-14);
    }

    [Fact]
    public void A_layer_that_names_its_initializer_is_left_alone()
    {
        var layer = new DenseSpec { Name = "Layer", Units = 20, Activation = Activation.Gelu, Init = Init.XavierNormal, Gain = 2 };
        Assert.Same(layer, AutoInitializer.Decide(layer));
    }
}
