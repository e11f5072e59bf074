using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace InitGen.Reporting.Tests;

public sealed class SingularValueTests
{
    private static readonly SignalReportOptions WithSingularValues = new() { SingularValues = true, JacobianCount = 2 };

    [Fact]
    public void They_are_absent_unless_asked_for()
    {
        NetworkReport report = SignalReport.Measure<Tiny>(1, InputSource.StandardNormal(5, seed: 1)).Networks[0];
        Assert.Empty(report.JacobianSingularValues);
        Assert.All(report.Layers, layer => Assert.Empty(layer.SingularValues));
    }

    [Fact]
    public void An_orthogonal_linear_network_has_nothing_but_ones()
    {
        NetworkReport report = SignalReport.Measure<Isometric>(1, InputSource.StandardNormal(5, seed: 1), WithSingularValues).Networks[0];
        Assert.Equal(2, report.JacobianSingularValues.Count);
        IEnumerable<IReadOnlyList<double>> all = report.JacobianSingularValues.Concat(report.Layers.Select(layer => layer.SingularValues));
        foreach (double[] values in all.Select(values => values.ToArray()))
        {
            Assert.Equal(20, values.Length);
            Assert.All(values, value => Assert.Equal(1, value, 1e-5));
        }
    }

    [Fact]
    public void The_singular_values_of_weights_are_those_of_their_gram_matrix()
    {
        var network = new Tiny(seed: 7);
        Matrix<double> weights = network.Hidden.ToMatrix().Map(value => (double)value);
        double[] expected =
        [
            .. (weights.Transpose() * weights).Evd(Symmetricity.Symmetric).EigenValues
                .Select(value => Math.Sqrt(value.Real)).OrderDescending(),
        ];
        SignalReport report = SignalReport.Measure<Tiny>(7, InputSource.StandardNormal(5, seed: 1), WithSingularValues);
        double[] actual = [.. report.Networks[0].Layers[0].SingularValues];
        Assert.Equal(3, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void The_weights_of_a_transposed_convolution_are_a_matrix_of_as_many_rows_as_channels_come_in()
    {
        var network = new Transposing(seed: 7);
        ParameterInfo info = Transposing.Layers[1].Parameters[0];
        float[] values = info.Of(network.Parameters).ToArray();
        Matrix<double> weights = Matrix<double>.Build.Dense(4, 6, (row, column) => values[(row * 6) + column]);
        SignalReport report = SignalReport.Measure<Transposing>(7, InputSource.StandardNormal(5, seed: 1), WithSingularValues);
        Assert.All(weights.Svd().S.Zip(report.Networks[0].Layers[1].SingularValues, Tuple.Create), pair => Assert.Equal(pair.Item1, pair.Item2, 1e-6));
        Assert.Equal(4, report.Networks[0].Layers[1].SingularValues.Count);
    }

    [Fact]
    public void The_jacobian_agrees_with_finite_differences_with_biases_and_without()
    {
        AssertJacobian(new Tiny(seed: 3), [0.3f, -0.7f, 1.1f]);
        AssertJacobian(new Unbiased(seed: 3), [0, -0.7f, 1.1f]);
    }

    [Fact]
    public void Weights_that_are_not_finite_have_none()
    {
        var network = new Tiny(seed: 1);
        network.Hidden.Weights[0] = float.NaN;
        NetworkReport report = SignalReport.Measure(network, InputSource.StandardNormal(5, seed: 1), WithSingularValues).Networks[0];
        Assert.Empty(report.Layers[0].SingularValues);
        Assert.Equal(2, report.Layers[1].SingularValues.Count);
        Assert.All(report.JacobianSingularValues, Assert.Empty);
    }

    [Fact]
    public void At_least_one_jacobian_is_asked_for()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>("JacobianCount", () => new SignalReportOptions { JacobianCount = 0 });
        Assert.StartsWith("JacobianCount is 0, but must be at least 1.", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertJacobian<TNetwork>(TNetwork network, float[] input)
        where TNetwork : INetwork<TNetwork>
    {
        const float Step = 1f / 256;
        Matrix<double> jacobian = SingularValues.Jacobian(network, input, TestContext.Current.CancellationToken);
        Assert.Equal((TNetwork.OutputSize, TNetwork.InputSize), (jacobian.RowCount, jacobian.ColumnCount));
        for (int column = 0; column < input.Length; column++)
        {
            float[] above = Outputs(column, Step);
            float[] below = Outputs(column, -Step);
            for (int row = 0; row < TNetwork.OutputSize; row++)
            {
                Assert.Equal((above[row] - below[row]) / (2.0 * Step), jacobian[row, column], 1e-3);
            }
        }

        float[] Outputs(int column, float step)
        {
            float[] moved = [.. input];
            moved[column] += step;
            float[] outputs = new float[TNetwork.OutputSize];
            network.Forward(moved, outputs);
            return outputs;
        }
    }
}
