using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Convolutions of batches of maps, and their way back. Each value is a sum whose order depends on the shape alone: it has the
/// same bits for every number of threads and every vector width, and an output for every batch.</summary>
internal readonly unsafe struct Convolution : IConvolution
{
    /// <inheritdoc/>
    public static ConvolutionShape ShapeOf(LayerInfo info, ReadOnlySpan<Window> windows, int groups)
    {
        bool isRight = ConvolutionShape.Fits(info, windows, groups);
        for (int axis = 0; isRight && axis < windows.Length; axis++)
        {
            isRight = windows[axis].OutputOf(info.Input[axis]) == info.Output[axis];
        }

        return isRight
            ? ConvolutionShape.Of(info.Input, info.Output, windows, groups)
            : throw ConvolutionShape.Mismatch(info, "convolution", windows, groups);
    }

    /// <inheritdoc/>
    public static void Forward(in ConvolutionShape shape, Matrix inputs, float* weights, float* biases, Matrix outputs) =>
        Forward(in shape, inputs, weights, biases, outputs, isAdded: false);

    /// <summary>Computes the outputs. Each is one chain of fused multiply-adds, from where it starts through the channels and the taps in order;
    /// taps in the padding multiply 0.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="inputs">[rows x channels · positions].</param>
    /// <param name="weights">[units, channels of a group, taps].</param>
    /// <param name="biases">One for each unit; null without.</param>
    /// <param name="outputs">[rows x units · positions]; written.</param>
    /// <param name="isAdded">Whether the sums start at what stands in the outputs; else at the biases.</param>
    public static void Forward(
        in ConvolutionShape shape, Matrix inputs, float* weights, float* biases, Matrix outputs, bool isAdded)
    {
        ConvolutionShape flat = shape.IsIdentity ? shape.Flattened() : shape;
        TapShape taps = TapShape.OfOutputs(in flat);
        var factors = new Matrix(weights, taps.ResultChannels, taps.Factors, taps.Factors);
        Compute(in taps, inputs, factors, factors.Rows * factors.RowStride, biases, outputs, isAdded);
    }

    /// <summary>Computes the gradients of the inputs, chains of fused multiply-adds through the units and the taps in order.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="outputGradients">[rows x units · positions].</param>
    /// <param name="weights">[units, channels of a group, taps].</param>
    /// <param name="inputGradients">[rows x channels · positions]; written.</param>
    /// <param name="isAdded">Whether the sums start at what stands in the input gradients; else at 0.</param>
    public static void BackwardInputs(
        in ConvolutionShape shape, Matrix outputGradients, float* weights, Matrix inputGradients, bool isAdded)
    {
        if (inputGradients.Rows == 0)
        {
            return;
        }

        ConvolutionShape flat = shape.IsIdentity ? shape.Flattened() : shape;
        float* matrices = weights;
        if (flat.Taps > 1)
        {
            var transposition = new WeightTransposition(in flat, weights, Workspace.OfThread.Transposed);
            ThreadTeam.For(transposition.Count, transposition.Grain, transposition);
            matrices = transposition.Matrices;
        }

        if (!isAdded && HasUnmetInputs(in flat))
        {
            inputGradients.Clear();
        }

        for (int phase = 0; phase < TapShape.InputGradientPhases(in flat); phase++)
        {
            TapShape taps = TapShape.OfInputGradients(in flat, phase);
            if (taps.Taps == 0)
            {
                continue;
            }

            // Of one tap, the weights of a group are the transposed matrix.
            Matrix factors = flat.Taps == 1
                ? new Matrix(matrices, flat.UnitsOfGroup, flat.ChannelsOfGroup, flat.ChannelsOfGroup).Transposed
                : new Matrix(matrices, flat.ChannelsOfGroup, taps.Factors, WeightTransposition.RowStride(in taps));
            nint stride = flat.Taps == 1 ? (nint)flat.UnitsOfGroup * flat.ChannelsOfGroup : factors.Rows * factors.RowStride;
            Compute(in taps, outputGradients, factors, stride, null, inputGradients, isAdded);
            matrices += flat.Groups * stride;
        }
    }

    /// <summary>Computes the gradients of the weights: sums over pieces of the batch, a few rows each, in order. That of a piece is one
    /// chain of fused multiply-adds through its rows and positions.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="inputs">[rows x channels · positions].</param>
    /// <param name="outputGradients">[rows x units · positions].</param>
    /// <param name="weightGradients">[units, channels of a group, taps]; written.</param>
    /// <param name="isAdded">Whether the sums are added to what stands there.</param>
    public static void BackwardWeights(
        in ConvolutionShape shape, Matrix inputs, Matrix outputGradients, Span<float> weightGradients, bool isAdded)
    {
        if (inputs.Rows == 0)
        {
            if (!isAdded)
            {
                weightGradients.Clear();
            }

            return;
        }

        ConvolutionShape flat = shape.IsIdentity ? shape.Flattened() : shape;
        TapShape taps = TapShape.OfOutputs(in flat);
        long work = taps.Work * inputs.Rows;
        fixed (float* target = weightGradients)
        {
            if (DirectParts.IsFor(in taps))
            {
                var groups = new DirectWeightGradients(in taps)
                {
                    Source = inputs,
                    Gradients = outputGradients,
                    WeightGradients = target,
                    IsAdded = isAdded,
                };
                Run(groups, work);
                return;
            }

            float* gradients = Workspace.OfThread.Transposed.Reserve(GradientTransposition.Size(in flat, inputs.Rows));
            var transposition = new GradientTransposition(in flat, outputGradients, gradients);
            ThreadTeam.For(transposition.Count, transposition.Grain, transposition);

            var blocks = new WeightGradientBlocks(in taps)
            {
                Source = inputs,
                Gradients = gradients,
                WeightGradients = target,
                IsAdded = isAdded,
            };
            Run(blocks, work);
        }
    }

    /// <summary>Computes the gradients of the biases: sums over rows and positions in double precision.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="outputGradients">[rows x units · positions].</param>
    /// <param name="biasGradients">One for each unit; written.</param>
    /// <param name="isAdded">Whether the sums are added to what stands there.</param>
    public static void BackwardBiases(in ConvolutionShape shape, Matrix outputGradients, Span<float> biasGradients, bool isAdded) =>
        BiasGradients.Compute(outputGradients, shape.Units, shape.OutputPositions, biasGradients, isAdded);

    /// <summary>Whether a stride leads over some of the inputs.</summary>
    private static bool HasUnmetInputs(in ConvolutionShape shape)
    {
        for (int phase = 0; phase < TapShape.InputGradientPhases(in shape); phase++)
        {
            if (TapShape.OfInputGradients(in shape, phase).Taps == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Compute(
        in TapShape shape, Matrix source, Matrix factors, nint groupStride, float* biases, Matrix results, bool isAdded)
    {
        if (results.Rows == 0)
        {
            return;
        }

        long work = shape.Work * results.Rows;
        if (DirectParts.IsFor(in shape))
        {
            var direct = new DirectParts(in shape)
            {
                Source = source,
                Factors = factors,
                GroupStride = groupStride,
                Biases = biases,
                Results = results,
                IsAdded = isAdded,
            };
            Run(direct, work);
            return;
        }

        var parts = new ConvolutionParts(in shape, results.Rows)
        {
            Source = source,
            Factors = factors,
            GroupStride = groupStride,
            Biases = biases,
            Results = results,
            IsAdded = isAdded,
        };
        Run(parts, work);
    }

    private static void Run<TOperation>(TOperation operation, long work)
        where TOperation : struct, IScratchOperation, allows ref struct
    {
        int grain = PanelGrid.Grain(work, operation.Count);
        int degree = ThreadTeam.Degree(operation.Count, grain);
        ThreadTeam.For(operation.Count, grain, degree, operation with
        {
            Scratch = new ScratchPlaces(Workspace.OfThread.Scratch, operation.ScratchSize, degree),
        });
    }
}
