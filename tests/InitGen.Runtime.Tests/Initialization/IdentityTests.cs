using System;

namespace InitGen.Runtime.Tests.Initialization;

public class IdentityTests
{
    [Theory]
    [InlineData(2, 3, new float[] { 5, 0, 0, 0, 5, 0 })]
    [InlineData(3, 2, new float[] { 5, 0, 0, 5, 0, 0 })]
    [InlineData(2, 2, new float[] { 5, 0, 0, 5 })]
    public void The_diagonal_is_the_gain_and_the_rest_0(int rows, int columns, float[] expected)
    {
        float[] weights = [1, 2, 3, 4, 5, 6];
        Initializers.Identity(weights.AsSpan(0, rows * columns), rows, columns, 5);
        Assert.Equal(expected, weights[..(rows * columns)]);
    }
}
