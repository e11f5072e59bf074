using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a fully connected layer. One loop nest serves all activations, which are type
/// arguments.</summary>
public static unsafe class DenseKernel
{
    /// <summary>Computes φ(W·x + b). Each pre-activation is one chain of fused multiply-adds, from the bias through the inputs in order:
    /// the same bits whatever the block, the vector width and the number of threads.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        ref readonly LayerInfo info = ref pass.Layers[layer];
        Matrix preActivations = pass.PreActivations(info.Units);
        FillRows(preActivations, info.Biases(pass.Parameters));
        fixed (float* weights = info.Weights(pass.Parameters))
        {
            MatrixProduct.Add(pass.Signal, new Matrix(weights, info.Units, info.Inputs, info.Inputs).Transposed, preActivations);
        }

        Matrix activations = pass.Activations(info.Units);
        int stride = (int)activations.RowStride;
        float saturationThreshold = Saturation.Threshold(activation);
        for (int row = 0; row < activations.Rows; row++)
        {
            float* z = preActivations.Row(row);
            float* y = activations.Row(row);
            float* derivatives = pass.Derivatives(info.Units, row);
            if (derivatives == null) ActivationKernel.Evaluate(activation, z, y, stride);
            else ActivationKernel.Evaluate(activation, z, y, derivatives, stride);

            if (!pass.Statistics.IsEmpty)
            {
                SignalMeasurement.Add(
                    ref pass.Statistics[layer],
                    new ReadOnlySpan<float>(z, info.Units),
                    new ReadOnlySpan<float>(y, info.Units),
                    new ReadOnlySpan<float>(derivatives, info.Units),
                    saturationThreshold,
                    pass.ActiveUnits);
            }

            TActivation.NormalizeRow(new Span<float>(y, info.Units));
        }

        pass.Advance(activations);
    }

    /// <summary>Adds the gradients of the weights and biases, dL/dW += Σ dL/dz·xᵀ and dL/db += Σ dL/dz over the rows in order, and
    /// computes those of the inputs, dL/dx = Wᵀ·dL/dz.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        ref readonly LayerInfo info = ref pass.Layers[layer];
        LayerRecord record = pass.StepBack(layer);
        Matrix gradients = pass.PreActivationGradients(info.Units);
        for (int row = 0; row < gradients.Rows; row++)
        {
            var gradient = new Span<float>(gradients.Row(row), info.Units);
            new ReadOnlySpan<float>(pass.ActivationGradients.Row(row), info.Units).CopyTo(gradient);
            TActivation.NormalizeRowGradient(new ReadOnlySpan<float>(record.Activations.Row(row), info.Units), gradient);
            Multiply(gradient, new ReadOnlySpan<float>(record.Derivatives.Row(row), info.Units));
            if (!pass.Statistics.IsEmpty) SignalMeasurement.Add(ref pass.Statistics[layer], gradient);
        }

        AddRows(gradients, info.Biases(pass.ParameterGradients));
        fixed (float* weightGradients = info.Weights(pass.ParameterGradients))
        {
            MatrixProduct.Add(gradients.Transposed, record.Signal, new Matrix(weightGradients, info.Units, info.Inputs, info.Inputs));
        }

        if (layer == 0) return;

        Matrix inputGradients = pass.InputGradients(info.Inputs);
        FillRows(inputGradients, []);
        fixed (float* weights = info.Weights(pass.Parameters))
        {
            MatrixProduct.Add(gradients, new Matrix(weights, info.Units, info.Inputs, info.Inputs), inputGradients);
        }
    }

    /// <summary>Writes the same values to every row, and 0 behind them.</summary>
    private static void FillRows(Matrix matrix, ReadOnlySpan<float> values)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            var destination = new Span<float>(matrix.Row(row), (int)matrix.RowStride);
            values.CopyTo(destination);
            destination[values.Length..].Clear();
        }
    }

    /// <summary>Adds every row to the sums, if there are any.</summary>
    private static void AddRows(Matrix matrix, Span<float> sums)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            float* values = matrix.Row(row);
            for (int column = 0; column < sums.Length; column++) sums[column] += values[column];
        }
    }

    private static void Multiply(Span<float> values, ReadOnlySpan<float> factors)
    {
        for (int i = 0; i < values.Length; i++) values[i] *= factors[i];
    }
}
