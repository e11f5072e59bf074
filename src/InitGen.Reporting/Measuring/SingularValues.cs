using System;
using System.Collections.Generic;
using System.Threading;
using InitGen.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace InitGen.Reporting;

/// <summary>Singular values, largest first: how much a linear map stretches some directions and shrinks others. A network whose
/// input–output Jacobian has all of them near 1 learns fast at any depth, which is called dynamical isometry (Pennington, Schoenholz and
/// Ganguli 2017, "Resurrecting the sigmoid in deep learning through dynamical isometry").</summary>
internal static class SingularValues
{
    /// <summary>Those of a layer's weights.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <returns>As many as the layer has inputs or units, whichever are fewer; none where a weight is not finite.</returns>
    public static IReadOnlyList<double> OfWeights(in LayerInfo layer, Span<float> parameters)
    {
        float[] weights = layer.Weights(parameters).ToArray();
        if (weights.Length == 0)
        {
            return [];
        }

        int rows = layer.Parameters[0].Shape[0];
        int columns = weights.Length / rows;
        return Of(Matrix<double>.Build.Dense(rows, columns, (row, column) => weights[(row * columns) + column]));
    }

    /// <summary>Those of the Jacobian ∂output/∂input of a network at an input.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">Heeded before each output.</param>
    /// <returns>As many as the network has inputs or outputs, whichever are fewer; none where a derivative is not finite.</returns>
    public static IReadOnlyList<double> OfJacobian<TNetwork>(
        TNetwork network, ReadOnlySpan<float> input, CancellationToken cancellationToken)
        where TNetwork : INetwork<TNetwork> => Of(Jacobian(network, input, cancellationToken));

    /// <summary>The Jacobian, [outputs x inputs]: an output's row is the gradient of that output.</summary>
    internal static Matrix<double> Jacobian<TNetwork>(TNetwork network, ReadOnlySpan<float> input, CancellationToken cancellationToken)
        where TNetwork : INetwork<TNetwork>
    {
        float[] outputGradient = new float[TNetwork.OutputSize];
        float[] inputGradient = new float[TNetwork.InputSize];
        Matrix<double> jacobian = Matrix<double>.Build.Dense(TNetwork.OutputSize, TNetwork.InputSize);
        for (int output = 0; output < outputGradient.Length; output++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outputGradient[output] = 1;
            NetworkPass.InputGradients(network, input, outputGradient, inputGradient);
            outputGradient[output] = 0;
            for (int i = 0; i < inputGradient.Length; i++)
            {
                jacobian[output, i] = inputGradient[i];
            }
        }

        return jacobian;
    }

    private static IReadOnlyList<double> Of(Matrix<double> matrix) =>
        matrix.Exists(value => !double.IsFinite(value)) ? [] : matrix.Svd(computeVectors: false).S.ToArray();
}
