using System;
using System.Linq;
using System.Reflection;
using InitGen.Specification;

namespace InitGen.Tests.Specification;

public class DenseSpecTests
{
    [Fact]
    public void A_specification_has_the_properties_and_defaults_of_the_attribute()
    {
        var attribute = new DenseAttribute(3);
        var specification = new DenseSpec { Name = "Layer", Units = 3 };
        Assert.Equal((attribute.Activation, attribute.Slope), (specification.Activation.Kind, specification.Activation.Slope));
        string[] ofActivation = [nameof(attribute.Activation), nameof(attribute.Slope)];
        foreach (PropertyInfo property in typeof(DenseAttribute).GetProperties())
        {
            if (property.DeclaringType != typeof(Attribute) && !ofActivation.Contains(property.Name))
            {
                PropertyInfo mirror = Assert.IsType<PropertyInfo>(typeof(DenseSpec).GetProperty(property.Name), exactMatch: false);
                Assert.Equal(property.GetValue(attribute), mirror.GetValue(specification));
            }
        }
    }

    [Fact]
    public void A_network_has_the_defaults_of_its_attribute()
    {
        var attribute = new NetworkAttribute(3);
        var specification = new NetworkSpec { InputSize = 3, Layers = default };
        Assert.Equal((attribute.InputMean, attribute.InputStdDev), (specification.InputMean, specification.InputStdDev));
    }
}
