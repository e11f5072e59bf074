using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Pools;

/// <summary>Adds the gradient of each maximum to that of the input that it was, channel by channel of each row.</summary>
/// <param name="shape">The pooling.</param>
/// <param name="outputGradients">[rows x channels · positions].</param>
/// <param name="winners">Where in its channel each maximum stands, row by row without gaps; -1 for nowhere.</param>
/// <param name="inputGradients">[rows x channels · positions]; written.</param>
/// <param name="isAdded">Whether the gradients are added to what stands there.</param>
internal readonly unsafe struct MaxGradients(
    in PoolingShape shape, Matrix outputGradients, int* winners, Matrix inputGradients, bool isAdded) : IRangeOperation
{
    private readonly PoolingShape _shape = shape;

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        int inputs = _shape.InputPositions;
        int outputs = _shape.OutputPositions;
        for (int map = start; map < end; map++)
        {
            (int row, int channel) = Math.DivRem(map, _shape.Channels);
            float* gradients = outputGradients.Row(row) + ((nint)channel * outputs);
            float* target = inputGradients.Row(row) + ((nint)channel * inputs);
            int* winnersOfMap = winners + ((nint)map * outputs);
            if (!isAdded)
            {
                new Span<float>(target, inputs).Clear();
            }

            for (int i = 0; i < outputs; i++)
            {
                if (winnersOfMap[i] >= 0)
                {
                    target[winnersOfMap[i]] += gradients[i];
                }
            }
        }
    }
}
