using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Transposed convolutions of batches of maps, and their way back: a convolution that takes their outputs to their inputs, run the
/// other way round. What is said of the bits of a <see cref="Convolution"/> holds of them too.</summary>
internal readonly unsafe struct TransposedConvolution : IConvolution
{
    /// <inheritdoc/>
    public static ConvolutionShape ShapeOf(LayerInfo info, ReadOnlySpan<Window> windows, int groups)
    {
        bool isRight = ConvolutionShape.Fits(info, windows, groups);
        for (int axis = 0; isRight && axis < windows.Length; axis++)
        {
            // What the output padding is; the kernels need not be told.
            int more = info.Output[axis] - windows[axis].TransposedOutputOf(info.Input[axis], 0);
            isRight = more >= 0 && more < Math.Max(windows[axis].Stride, windows[axis].Dilation);
        }

        return isRight
            ? ConvolutionShape.Of(info.Output, info.Input, windows, groups)
            : throw ConvolutionShape.Mismatch(info, "transposed convolution", windows, groups);
    }

    /// <summary>Computes the outputs, chains of fused multiply-adds from the bias through the channels and the taps in order.</summary>
    /// <param name="shape">The convolution, whose units are the channels that come in.</param>
    /// <param name="inputs">[rows x channels · positions].</param>
    /// <param name="weights">[channels, units of a group, taps].</param>
    /// <param name="biases">One for each unit; null without.</param>
    /// <param name="outputs">[rows x units · positions]; written.</param>
    public static void Forward(in ConvolutionShape shape, Matrix inputs, float* weights, float* biases, Matrix outputs)
    {
        if (biases != null)
        {
            var maps = new BiasMaps(outputs, shape.Channels, shape.InputPositions, biases);
            ThreadTeam.For(maps.Count, maps.Grain, maps);
        }

        Convolution.BackwardInputs(in shape, inputs, weights, outputs, isAdded: biases != null);
    }

    /// <summary>Computes the gradients of the inputs.</summary>
    /// <param name="shape">The convolution, whose units are the channels that come in.</param>
    /// <param name="outputGradients">[rows x units · positions].</param>
    /// <param name="weights">[channels, units of a group, taps].</param>
    /// <param name="inputGradients">[rows x channels · positions]; written.</param>
    /// <param name="isAdded">Whether the sums start at what stands in the input gradients; else at 0.</param>
    public static void BackwardInputs(
        in ConvolutionShape shape, Matrix outputGradients, float* weights, Matrix inputGradients, bool isAdded) =>
        Convolution.Forward(in shape, outputGradients, weights, biases: null, inputGradients, isAdded);

    /// <summary>Computes the gradients of the weights.</summary>
    /// <param name="shape">The convolution, whose units are the channels that come in.</param>
    /// <param name="inputs">[rows x channels · positions].</param>
    /// <param name="outputGradients">[rows x units · positions].</param>
    /// <param name="weightGradients">[channels, units of a group, taps]; written.</param>
    /// <param name="isAdded">Whether the sums are added to what stands there.</param>
    public static void BackwardWeights(
        in ConvolutionShape shape, Matrix inputs, Matrix outputGradients, Span<float> weightGradients, bool isAdded) =>
        Convolution.BackwardWeights(in shape, outputGradients, inputs, weightGradients, isAdded);

    /// <summary>Computes the gradients of the biases: sums over rows and positions in double precision.</summary>
    /// <param name="shape">The convolution, whose units are the channels that come in.</param>
    /// <param name="outputGradients">[rows x units · positions].</param>
    /// <param name="biasGradients">One for each unit; written.</param>
    /// <param name="isAdded">Whether the sums are added to what stands there.</param>
    public static void BackwardBiases(in ConvolutionShape shape, Matrix outputGradients, Span<float> biasGradients, bool isAdded) =>
        BiasGradients.Compute(outputGradients, shape.Channels, shape.InputPositions, biasGradients, isAdded);

    /// <summary>Fills maps with the biases of their units.</summary>
    private readonly struct BiasMaps(Matrix maps, int units, int positions, float* biases) : IRangeOperation
    {
        private const int WorkOfThread = 1 << 16;

        public int Count => maps.Rows * units;

        public int Grain => Math.Max(1, WorkOfThread / positions);

        public void Invoke(int start, int end)
        {
            for (int map = start; map < end; map++)
            {
                (int row, int unit) = Math.DivRem(map, units);
                new Span<float>(maps.Row(row) + ((nint)unit * positions), positions).Fill(biases[unit]);
            }
        }
    }
}
