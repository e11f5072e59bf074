using System.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace InitGen.Tests;

public class DenseLayerTests
{
    [Fact]
    public void A_matrix_has_a_row_for_each_unit_and_is_a_copy()
    {
        float[] parameters = [.. Enumerable.Range(0, TwoLayers.ParameterCount).Select(static i => (float)i)];
        TwoLayers network = new(parameters);
        Matrix<float> matrix = network.Hidden.ToMatrix();
        Assert.Equal((5, 3), (matrix.RowCount, matrix.ColumnCount));
        Assert.Equal([6, 7, 8], matrix.Row(2).ToArray());

        matrix[2, 0] = -1;
        Assert.Equal(6, parameters[6]);
    }

    [Fact]
    public void Matrices_times_an_input_are_the_forward_pass()
    {
        TwoLayers network = new(seed: 1);
        float[] inputs = [0.5f, -2, 1.5f];
        Vector<float> signal = (network.Hidden.ToMatrix() * Vector<float>.Build.Dense(inputs)) + Vector<float>.Build.Dense(network.Hidden.Biases.ToArray());
        signal = (network.Output.ToMatrix() * signal) + Vector<float>.Build.Dense(network.Output.Biases.ToArray());

        var outputs = new float[TwoLayers.OutputSize];
        network.Forward(inputs, outputs);
        Assert.NotEqual(0, outputs[0]);
        Assert.Equal(signal[0], outputs[0], 1e-5f);
        Assert.Equal(signal[1], outputs[1], 1e-5f);
    }
}

[Network(3)]
internal sealed partial class TwoLayers
{
    [Dense(5, Activation.Linear)]
    public partial DenseLayer Hidden { get; }

    [Dense(2, Activation.Linear)]
    public partial DenseLayer Output { get; }
}
