using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Pools;

/// <summary>Pooling of batches of maps, and its way back, as PyTorch does it. A channel of a row is worked on by one thread: the same bits
/// for every number of threads and every batch.</summary>
internal static unsafe class Pooling
{
    private const int WorkOfThread = 1 << 13; // values, some 10 µs

    /// <summary>Takes the maximum of each window. The padding counts as −∞, of equal values the first wins, and NaN wins over
    /// numbers.</summary>
    /// <param name="shape">The pooling.</param>
    /// <param name="inputs">[rows x channels · positions].</param>
    /// <param name="outputs">[rows x channels · positions]; written.</param>
    /// <param name="winners">Where in its channel each maximum stands, [rows x channels · positions] without gaps; -1 where a window meets
    /// nothing but padding. Written, or null.</param>
    public static void MaxForward(in PoolingShape shape, Matrix inputs, Matrix outputs, int* winners) =>
        Run(in shape, inputs.Rows, shape.Work, new MaxMaps(in shape, inputs, outputs, winners));

    /// <summary>Hands the gradient of each maximum to the input that it was.</summary>
    /// <param name="shape">The pooling.</param>
    /// <param name="outputGradients">[rows x channels · positions].</param>
    /// <param name="winners">What <see cref="MaxForward"/> wrote.</param>
    /// <param name="inputGradients">[rows x channels · positions]; written.</param>
    /// <param name="isAdded">Whether the gradients are added to what stands there.</param>
    public static void MaxBackward(in PoolingShape shape, Matrix outputGradients, int* winners, Matrix inputGradients, bool isAdded) =>
        Run(
            in shape,
            inputGradients.Rows,
            shape.InputPositions,
            new MaxGradients(in shape, outputGradients, winners, inputGradients, isAdded));

    /// <summary>Takes the mean of each window.</summary>
    /// <param name="shape">The pooling.</param>
    /// <param name="inputs">[rows x channels · positions].</param>
    /// <param name="outputs">[rows x channels · positions]; written.</param>
    /// <param name="countPadding">Whether zeros in the padding count as values.</param>
    public static void AverageForward(in PoolingShape shape, Matrix inputs, Matrix outputs, bool countPadding) =>
        Run(in shape, inputs.Rows, shape.Work, new AverageMaps
        {
            Shape = shape,
            Inputs = inputs,
            Outputs = outputs,
            CountPadding = countPadding,
            IsBackward = false,
            IsAdded = false,
        });

    /// <summary>Hands the gradient of each mean to its inputs.</summary>
    /// <param name="shape">The pooling.</param>
    /// <param name="outputGradients">[rows x channels · positions].</param>
    /// <param name="inputGradients">[rows x channels · positions]; written.</param>
    /// <param name="countPadding">Whether zeros in the padding counted as values.</param>
    /// <param name="isAdded">Whether the gradients are added to what stands there.</param>
    public static void AverageBackward(
        in PoolingShape shape, Matrix outputGradients, Matrix inputGradients, bool countPadding, bool isAdded) =>
        Run(in shape, inputGradients.Rows, shape.Work, new AverageMaps
        {
            Shape = shape,
            Inputs = inputGradients,
            Outputs = outputGradients,
            CountPadding = countPadding,
            IsBackward = true,
            IsAdded = isAdded,
        });

    private static void Run<TOperation>(in PoolingShape shape, int rows, long work, TOperation maps)
        where TOperation : struct, IRangeOperation
    {
        int grain = (int)Math.Clamp(WorkOfThread / Math.Max(1, work), 1, int.MaxValue);
        ThreadTeam.For(rows * shape.Channels, grain, maps);
    }
}
