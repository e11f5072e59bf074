using System;
using System.Linq;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Initialization;

[Collection(ExecutionCollection.Name)]
public class DeltaOrthogonalTests
{
    // Units, inputs of a group, taps, the one in the middle, groups.
    public static TheoryData<int, int, int, int, int> Shapes => new()
    {
        { 1, 1, 1, 0, 1 },
        { 64, 64, 9, 4, 1 },
        { 64, 3, 49, 24, 1 },
        { 40, 33, 5, 2, 1 },
        { 12, 5, 27, 13, 2 },
        { 24, 8, 15, 7, 3 },
        { 30, 1, 9, 4, 30 },
        { 8, 8, 4, 3, 1 },
        { 8, 4, 2, 0, 2 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_middle_of_each_group_has_orthonormal_columns_and_the_rest_is_0(
        int units, int inputs, int taps, int middle, int groups)
    {
        float[] weights = Draw(units, inputs, taps, middle, groups, 1);
        Assert.All(weights.Where((_, i) => i % taps != middle), static weight => Assert.Equal(0, weight));
        for (int group = 0; group < groups; group++)
        {
            double[][] columns = [.. Enumerable.Range(0, inputs).Select(input => ColumnOf(group, input))];
            for (int i = 0; i < inputs; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    Assert.Equal(i == j ? 1 : 0, columns[i].Zip(columns[j], static (one, other) => one * other).Sum(), 1e-5);
                }
            }
        }

        double[] ColumnOf(int group, int input) =>
            [.. Enumerable.Range(group * units / groups, units / groups).Select(unit => (double)weights[(((unit * inputs) + input) * taps) + middle])];
    }

    [Fact]
    public void The_matrix_of_one_group_is_the_orthogonal_one()
    {
        var matrix = new float[50 * 40];
        Initializers.Orthogonal(matrix, 50, 40, 1.5, 3, 4);
        Assert.Equal(matrix, Draw(50, 40, 9, 4, 1, 1.5).Where(static (_, i) => i % 9 == 4));
    }

    // Of independent signs, as of 1 × 1 matrices, the mean is within five standard deviations of 0.
    [Fact]
    public void Groups_are_independent()
    {
        Assert.InRange(Draw(4000, 1, 1, 0, 4000, 1).Sum(), -5 * Math.Sqrt(4000), 5 * Math.Sqrt(4000));
        float[] weights = Draw(80, 40, 1, 0, 2, 1);
        double product = weights[..1600].Zip(weights[1600..], static (one, other) => (double)one * other).Sum();
        Assert.InRange(product, -5, 5); // tr AᵀB of Haar matrices has variance 1
        Assert.NotEqual(weights[..1600], weights[1600..]);
    }

    [Fact]
    public void The_variance_over_all_weights_is_the_predicted_one()
    {
        // gain²/(units of a group · taps), Σ w² = gain²·inputs for each group.
        float[] weights = Draw(96, 20, 9, 4, 2, 1.5);
        double variance = weights.Average(static weight => (double)weight * weight);
        Assert.Equal(1.5 * 1.5 / (48 * 9), variance, 1e-7);
    }

    [Fact]
    public void Any_number_of_threads_makes_the_same_bits()
    {
        float[][] drawn = [.. Enumerable.Range(1, 4).Select(static degree =>
        {
            using var _ = new Degree(degree);
            return Draw(500, 400, 9, 4, 1, 1);
        })];
        Assert.All(drawn, weights => Assert.True(weights.AsSpan().SequenceEqual(drawn[0])));
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_time()
    {
        var weights = new float[24 * 12 * 9];
        Assert.Equal(0, Allocation.OnThisThread(() => Initializers.DeltaOrthogonal(weights, 24, 12, 9, 4, 2, 1, 1, 2)));
    }

    [Theory]
    [InlineData("units", 0, 1, 1, 0, 1)]
    [InlineData("inputs", 6, -1, 1, 0, 1)]
    [InlineData("taps", 6, 1, 0, 0, 1)]
    [InlineData("middle", 6, 1, 1, 1, 1)]
    [InlineData("middle", 6, 1, 1, -1, 1)]
    [InlineData("groups", 6, 1, 1, 0, 0)]
    [InlineData("groups", 6, 1, 1, 0, 4)]
    [InlineData("weights", 6, 1, 2, 0, 1)]
    [InlineData("weights", 3, 1, 1, 0, 1)]
    [InlineData("weights", int.MaxValue, int.MaxValue, int.MaxValue, 0, 1)]
    [InlineData("weights", 1 << 22, 1 << 22, 1 << 22, 0, 1)] // 2⁶⁶, 0 in a long
    [InlineData("units", 2, 3, 1, 0, 1)]
    [InlineData("gain", 6, 1, 1, 0, 1, double.NaN)]
    [InlineData("gain", 6, 1, 1, 0, 1, -1.0)]
    public void Bad_arguments_are_refused_before_anything_is_written(
        string name, int units, int inputs, int taps, int middle, int groups, double gain = 1)
    {
        float[] weights = [1, 2, 3, 4, 5, 6];
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(
            () => Initializers.DeltaOrthogonal(weights, units, inputs, taps, middle, groups, gain, 1, 2));
        Assert.Equal(name, error.ParamName);
        Assert.Equal([1, 2, 3, 4, 5, 6], weights);
    }

    [Fact]
    public void Messages_say_what_is_wrong_and_what_is_right()
    {
        Assert.Equal(
            "weights holds 6 values, but 2 units of 1 kernels of 9 taps are 18. (Parameter 'weights')",
            Assert.Throws<ArgumentException>(() => Initializers.DeltaOrthogonal(new float[6], 2, 1, 9, 4, 1, 1, 1, 2)).Message);
        Assert.StartsWith(
            "groups is 4, but must be a divisor of the 6 units.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Initializers.DeltaOrthogonal(new float[6], 6, 1, 1, 0, 4, 1, 1, 2)).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "A group has 2 units, but needs at least as many as its 3 inputs. (Parameter 'units')",
            Assert.Throws<ArgumentException>(() => Initializers.DeltaOrthogonal(new float[6], 2, 3, 1, 0, 1, 1, 1, 2)).Message);
    }

    private static float[] Draw(int units, int inputs, int taps, int middle, int groups, double gain)
    {
        var weights = new float[units * inputs * taps];
        Array.Fill(weights, float.NaN);
        Initializers.DeltaOrthogonal(weights, units, inputs, taps, middle, groups, gain, 3, 4);
        return weights;
    }
}
