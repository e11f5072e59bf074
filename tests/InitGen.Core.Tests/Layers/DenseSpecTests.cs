using System;
using System.Linq;
using System.Reflection;
using InitGen.Initialization;
using InitGen.Layers;

namespace InitGen.Tests.Layers;

public class DenseSpecTests
{
    [Fact]
    public void A_specification_has_the_arguments_and_defaults_of_the_attribute()
    {
        var attribute = new DenseAttribute(3);
        var specification = new DenseSpec { Name = "Layer", Units = 3 };
        Assert.Equal((attribute.Activation, attribute.Slope), (specification.Activation.Kind, specification.Activation.Slope));
        Assert.Equal((attribute.Initializer?.Name, null), (specification.Weights.Type, specification.Weights.TypeVariance));
        string[] ofOtherTypes = [nameof(attribute.From), nameof(attribute.Expand), nameof(attribute.Activation), nameof(attribute.Slope), nameof(attribute.Initializer)];
        foreach (PropertyInfo property in typeof(DenseAttribute).GetProperties())
        {
            if (property.DeclaringType != typeof(Attribute) && !ofOtherTypes.Contains(property.Name))
            {
                PropertyInfo? ofLayer = typeof(DenseSpec).GetProperty(property.Name);
                PropertyInfo? ofWeights = typeof(InitializerSpec).GetProperty(property.Name);
                Assert.True(ofLayer is null != ofWeights is null, property.Name);
                Assert.Equal(property.GetValue(attribute), ofLayer?.GetValue(specification) ?? ofWeights!.GetValue(specification.Weights));
            }
        }
    }

    [Fact]
    public void A_network_has_the_defaults_of_its_attribute()
    {
        var attribute = new NetworkAttribute(3);
        var specification = new NetworkSpec { Input = new(3), Layers = default };
        Assert.Equal((attribute.InputMean, attribute.InputStdDev), (specification.InputMean, specification.InputStdDev));
    }
}
