using System;
using System.Runtime.CompilerServices;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>
/// Gives each unit a number of normal weights at random places and zeros at the others (Martens 2010). The drawn weight number q of unit u
/// comes from block q + 2³²·u: words 0 and 1 make its value, words 2 and 3 its place. So a unit depends on no other.
/// </summary>
/// <param name="weights">The weights, [units x inputs] row-major.</param>
/// <param name="units">The number of units.</param>
/// <param name="inputs">The number of inputs of a unit.</param>
/// <param name="nonZeros">How many of a unit's weights are drawn; all, where it has fewer inputs.</param>
/// <param name="stdDev">The standard deviation of a weight that is drawn.</param>
/// <param name="seed">The seed.</param>
/// <param name="stream">The parameter's stream.</param>
internal readonly unsafe ref struct SparseFill(
    Span<float> weights, int units, int inputs, int nonZeros, float stdDev, ulong seed, ulong stream) : ILaneOperation
{
    private const int Batch = 16;

    /// <summary>How many weights are worth waking a thread for.</summary>
    private const int WeightsOfPart = 1 << 19;

    private readonly Span<float> _weights = weights;

    /// <summary>Writes all units, on several threads where there are many.</summary>
    public void Invoke<TLanes, TFloat, TWord>()
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        fixed (float* first = _weights)
        {
            ThreadTeam.For(units, Math.Max(1, WeightsOfPart / inputs), new Units<TLanes, TFloat, TWord>(
                first, inputs, Math.Min(nonZeros, inputs), stdDev, seed, stream));
        }
    }

    /// <summary>Units that follow each other.</summary>
    private readonly struct Units<TLanes, TFloat, TWord>(
        float* weights, int inputs, int nonZeros, float stdDev, ulong seed, ulong stream) : IRangeOperation
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a network's first initialization runs through it once: no time to tier up
        public void Invoke(int start, int end)
        {
            float* values = stackalloc float[Batch];
            uint* lower = stackalloc uint[Batch];
            uint* upper = stackalloc uint[Batch];
            for (int unit = start; unit < end; unit++)
            {
                float* row = weights + ((nint)unit * inputs);
                var keys = new PhiloxKeys(seed, stream, (ulong)unit << 32);
                new Span<float>(row, inputs).Clear();
                for (int drawn = 0; drawn < nonZeros; drawn += Batch)
                {
                    Draw(values, lower, upper, in keys, drawn);

                    // Floyd's sample without replacement: a place among the first ones, or the last of these where that is taken.
                    // Which it is, the weights themselves tell: none that is drawn is 0.
                    int count = Math.Min(Batch, nonZeros - drawn);
                    for (int i = 0; i < count; i++)
                    {
                        int last = inputs - nonZeros + drawn + i;
                        int place = (int)Math.BigMul(lower[i] | ((ulong)upper[i] << 32), (uint)last + 1, out ulong _);
                        row[row[place] == 0 ? place : last] = values[i];
                    }
                }
            }
        }

        /// <summary>The values of a batch of weights, and 64 bits for the place of each.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Draw(float* values, uint* lower, uint* upper, in PhiloxKeys keys, int first)
        {
            for (int lane = 0; lane < Batch; lane += TLanes.Count)
            {
                Quad<TWord> words = TLanes.Blocks(in keys, (uint)(first + lane));
                TFloat normal = BoxMuller.Transform<TLanes, TFloat, TWord>(words.Item0, words.Item1).First;
                TLanes.Store(values + lane, TLanes.Multiply(normal, TLanes.Broadcast(stdDev)));
                TLanes.Store(lower + lane, words.Item2);
                TLanes.Store(upper + lane, words.Item3);
            }
        }
    }
}
