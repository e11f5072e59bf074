using System;
using System.Linq;
using InitGen.Layers;

namespace InitGen.Tests.Layers;

public class EquatableArrayTests
{
    [Fact]
    public void Arrays_of_equal_elements_are_equal()
    {
        var left = new EquatableArray<string>(["a", "b"]);
        var right = new EquatableArray<string>(new[] { "a", "b" }.AsEnumerable());
        Assert.True(left.Equals(right));
        Assert.True(left.Equals((object)right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b", "a")]
    [InlineData("a", "b", "c")]
    [InlineData("a", "B")]
    [InlineData]
    public void Arrays_that_differ_in_an_element_their_order_or_number_are_not_equal(params string[] other)
    {
        var array = new EquatableArray<string>(["a", "b"]);
        Assert.False(array.Equals(new EquatableArray<string>(other)));
        Assert.NotEqual(array.GetHashCode(), new EquatableArray<string>(other).GetHashCode());
    }

    [Fact]
    public void The_default_array_equals_an_empty_one()
    {
        EquatableArray<int> none = default;
        var empty = new EquatableArray<int>([]);
        Assert.True(none.Equals(empty));
        Assert.True(empty.Equals(none));
        Assert.Equal(empty.GetHashCode(), none.GetHashCode());
        Assert.Empty(none);
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void Elements_are_copied_and_keep_their_order()
    {
        int[] items = [1, 2, 3];
        var array = new EquatableArray<int>(items);
        items[0] = 9;
        Assert.Equal([1, 2, 3], array);
        Assert.Equal(3, array[2]);
        Assert.Equal(3, array.Count);
    }

    [Fact]
    public void Networks_of_equal_layers_are_equal()
    {
        static NetworkSpec Network(double stdDev) => new()
        {
            Input = new(10),
            Layers = new([new DenseSpec { Name = "A", Units = 3, Weights = new() { Init = Init.Normal, StdDev = stdDev } }]),
        };
        Assert.Equal(Network(0.1), Network(0.1));
        Assert.NotEqual(Network(0.1), Network(0.2));
    }
}
