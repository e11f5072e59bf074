using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Kernels;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Networks;

public class LayerViewTests
{
    // 2 inputs, three layers of 3 units: 9 parameters without biases, then 12 each.
    private static readonly LayerInfo[] Layers = TestLayers.Table([2, 3, 3, 3], layer => layer > 0, typeof(Relu), typeof(Tanh));

    [Fact]
    public void A_layer_is_a_view_of_its_place_among_the_parameters()
    {
        float[] parameters = [.. Enumerable.Range(0, 30).Select(i => (float)i)];
        var layer = new DenseLayer(Layers[1], parameters);
        Assert.Equal("Layer1", layer.Name);
        Assert.Equal(3, layer.Inputs);
        Assert.Equal(3, layer.Units);
        Assert.Equal(Activation.Relu, layer.Activation);
        Assert.Equal(Enumerable.Range(6, 9).Select(i => (float)i), layer.Weights.ToArray());
        Assert.Equal([15, 16, 17], layer.Biases.ToArray());

        layer.Weights[0] = -1;
        layer.Biases[2] = -2;
        Assert.Equal(-1, parameters[6]);
        Assert.Equal(-2, parameters[17]);
    }

    [Fact]
    public void A_layer_without_biases_has_an_empty_span_of_them()
    {
        Assert.Equal(0, new DenseLayer(Layers[0], new float[30]).Biases.Length);
        Assert.Equal(6, Layers[0].WeightCount);
    }

    [Fact]
    public void Too_few_parameters_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DenseLayer(Layers[1], new float[14]).Units);
        Assert.Throws<ArgumentOutOfRangeException>(() => Layers[1].Biases(new float[17]).Length);
    }

    [Fact]
    public void A_stack_enumerates_its_layers_in_order()
    {
        var stack = new DenseStack(Layers.AsSpan(1), new float[30]);
        var names = new List<string>();
        foreach (DenseLayer layer in stack)
        {
            names.Add(layer.Name);
        }

        Assert.Equal(["Layer1", "Layer2"], names);
        Assert.Equal(2, stack.Count);
        Assert.Equal("Layer2", stack[1].Name);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_layer_that_is_not_in_the_stack_is_refused(int index)
    {
        Assert.Throws<ArgumentOutOfRangeException>("index", () => new DenseStack(Layers, new float[30])[index].Name);
    }
}
