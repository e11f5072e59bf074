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
        LayerInfo info = pass.Next(layer);
        RequireMatrix(info);
        Matrix output = pass.Output;
        int width = output.Rows == 1 ? RowProduct.PanelWidth : MatrixProduct.PanelWidth;
        var grid = new PanelGrid(output.Rows, info.Units, width);
        PartMeasurements measurements = pass.Statistics.IsEmpty ? default : new(Workspace.OfThread, info, grid);
        int grain = PanelGrid.Grain((long)output.Rows * info.WeightCount, grid.Count);
        int degree = ThreadTeam.Degree(grid.Count, grain);
        ThreadTeam.For(grid.Count, grain, degree, new ForwardParts<TActivation>
        {
            Activation = activation,
            Signal = pass.Input(),
            Weights = new Matrix(pass.Parameters + info.WeightOffset, info.Units, info.Inputs, info.Inputs),
            Biases = info.BiasOffset < 0 ? null : pass.Parameters + info.BiasOffset,
            Activations = output,
            Derivatives = pass.Derivatives,
            Measurements = measurements,
            Grid = grid,
            Scratch = new ScratchPlaces(Workspace.OfThread.Scratch, ForwardParts<TActivation>.ScratchSize(grid), degree),
        });
        if (!measurements.IsEmpty)
        {
            measurements.AddTo(ref pass.Statistics[layer], pass.Units, pass.FirstRow);
        }

        Epilogue.NormalizeRows<TActivation>(output);
        pass.Advance();
    }

    /// <summary>Computes the gradients of the weights and biases, dL/dW = Σ dL/dz·xᵀ and dL/db = Σ dL/dz over the rows in order, and
    /// those of the inputs, dL/dx = Wᵀ·dL/dz.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        Matrix gradients = Epilogue.Backward(ref pass, layer, activation);
        Matrix inputGradients = pass.InputGradient(0, out bool isAdded);
        fixed (float* weightGradients = info.Weights(pass.ParameterGradients), biasGradients = info.Biases(pass.ParameterGradients))
        {
            // None needs another: the threads do them in one loop, the smallest last.
            Span<Product> products = stackalloc Product[3];
            int count = 0;
            var sums = new Matrix(weightGradients, info.Units, info.Inputs, info.Inputs);
            products[count++] = new(gradients.Transposed, pass.Input(), sums, pass.IsAdded);
            if (inputGradients.Data != null)
            {
                var weights = new Matrix(pass.Parameters + info.WeightOffset, info.Units, info.Inputs, info.Inputs);
                products[count++] = new(gradients, weights, inputGradients, isAdded);
            }

            float one = 1;
            if (biasGradients != null)
            {
                // The sums over the rows are their product with as many ones.
                var ones = new Matrix(&one, 1, gradients.Rows, rowStride: 0, columnStride: 0);
                products[count++] = new(ones, gradients, new Matrix(biasGradients, 1, info.Units, info.Units), pass.IsAdded);
            }

            MatrixProduct.Compute(products[..count]);
        }
    }

    private static void RequireMatrix(LayerInfo info)
    {
        bool isRight = info.Parameters is { Count: 1 or 2 } parameters
            && parameters[0].Shape is { Count: 2 } weights && weights[0] == info.Output.Units && weights[1] == info.Input.Units
            && (parameters.Count == 1 || (parameters[1].Shape is { Count: 1 } biases && biases[0] == info.Output.Units));
        if (!isRight)
        {
            throw new InvalidOperationException(
                $"The parameters of '{info.Name}', {info.Input} → {info.Output}, must be weights in shape [{info.Output.Units}, "
                + $"{info.Input.Units}] and, where it has any, biases in shape [{info.Output.Units}].");
        }
    }
}
