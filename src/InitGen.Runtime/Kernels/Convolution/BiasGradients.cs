using System;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Convolutions;

/// <summary>Sums gradients over the rows of a batch and the positions of each unit, in double precision, row by row.</summary>
/// <param name="gradients">[rows x units · positions].</param>
/// <param name="positions">The positions of a unit.</param>
/// <param name="sums">One for each unit; written.</param>
/// <param name="isAdded">Whether the sums are added to what stands there.</param>
internal readonly unsafe struct BiasGradients(Matrix gradients, int positions, float* sums, bool isAdded) : IRangeOperation
{
    private const int WorkOfThread = 1 << 15;

    /// <summary>How many units a thread should take at a time.</summary>
    public int Grain => (int)Math.Clamp(WorkOfThread / Math.Max(1, (long)gradients.Rows * positions), 1, int.MaxValue);

    /// <summary>Computes the sums.</summary>
    /// <param name="gradients">[rows x units · positions].</param>
    /// <param name="units">The number of units.</param>
    /// <param name="positions">The positions of a unit.</param>
    /// <param name="sums">One for each unit; written.</param>
    /// <param name="isAdded">Whether the sums are added to what stands there.</param>
    public static void Compute(Matrix gradients, int units, int positions, Span<float> sums, bool isAdded)
    {
        fixed (float* target = sums)
        {
            var parts = new BiasGradients(gradients, positions, target, isAdded);
            ThreadTeam.For(units, parts.Grain, parts);
        }
    }

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        for (int unit = start; unit < end; unit++)
        {
            double sum = 0;
            for (int row = 0; row < gradients.Rows; row++)
            {
                sum += FixedSums.Of(gradients.Row(row) + ((nint)unit * positions), positions);
            }

            sums[unit] = isAdded ? sums[unit] + (float)sum : (float)sum;
        }
    }
}
