using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using InitGen.Kernels.Matrices;
using InitGen.Lanes;

namespace InitGen.Kernels;

/// <summary>What a dropout multiplies the values of a batch by: 0 with a probability p, else 1/(1 − p). Value i of row r of a batch goes by word
/// r·w + i of the stream's <see cref="WordGroups"/>, w the size of a row in whole groups; it is dropped where the word is below p·2³². It
/// depends on step, stream, r and i alone.</summary>
/// <param name="Probability">p, at least 0 and less than 1.</param>
/// <param name="Step">The step: the seed.</param>
/// <param name="Stream">The stream of the layer.</param>
/// <param name="FirstRow">The number of the first row in the batch.</param>
internal readonly record struct DropoutMask(double Probability, ulong Step, ulong Stream, long FirstRow)
{
    /// <summary>Multiplies values by it.</summary>
    /// <param name="values">[rows x values].</param>
    /// <param name="products">Of the same shape; written.</param>
    /// <param name="isAdded">Whether the products are added to what stands there.</param>
    public void Multiply(Matrix values, Matrix products, bool isAdded) => WidestLanes.Invoke(new Operation(this, values, products, isAdded));

    private readonly unsafe struct Operation(DropoutMask mask, Matrix values, Matrix products, bool isAdded) : ILaneOperation
    {
        public void Invoke<TLanes, TFloat, TWord>()
            where TLanes : ISampleLanes<TFloat, TWord>
            where TFloat : unmanaged
            where TWord : unmanaged
        {
            var parts = new Parts<TLanes, TFloat, TWord>(mask, values, products, isAdded);
            ThreadTeam.For(parts.Count, parts.Grain, parts);
        }
    }

    /// <summary>Pieces of rows.</summary>
    private readonly unsafe struct Parts<TLanes, TFloat, TWord>(DropoutMask mask, Matrix values, Matrix products, bool isAdded)
        : IRangeOperation
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        /// <summary>The groups whose words are drawn together, an even number: 4 KiB.</summary>
        private const int GroupsOfPart = 16;

        /// <summary>The groups of blocks whose numbers agree in the upper half, and so have the same keys.</summary>
        private const ulong GroupsOfKeys = (1UL << 32) / WordGroups.Blocks;

        private const int ValuesOfPart = GroupsOfPart * WordGroups.Words;
        private const int WorkOfThread = 1 << 14; // values, some 10 µs

        public int Count => values.Rows * PartsOfRow;

        public int Grain => Math.Max(1, WorkOfThread / Math.Min(values.Columns, ValuesOfPart));

        private int PartsOfRow => PanelGrid.Quotient(values.Columns, ValuesOfPart);

        [SkipLocalsInit]
        public void Invoke(int start, int end)
        {
            uint* words = stackalloc uint[ValuesOfPart + WordGroups.Words]; // an odd number of groups needs room for one more
            uint threshold = (uint)Math.Min(mask.Probability * (1L << 32), uint.MaxValue);
            float scale = (float)(1 / (1 - mask.Probability));
            ulong groupsOfRow = (ulong)PanelGrid.Quotient(values.Columns, WordGroups.Words);
            for (int part = start; part < end; part++)
            {
                (int row, int piece) = Math.DivRem(part, PartsOfRow);
                int first = piece * ValuesOfPart;
                int count = Math.Min(ValuesOfPart, values.Columns - first);
                ulong group = ((ulong)(mask.FirstRow + row) * groupsOfRow) + ((ulong)piece * GroupsOfPart);
                Draw(group, PanelGrid.Quotient(count, WordGroups.Words), words);
                Multiply(words, threshold, scale, values.At(row, first), products.At(row, first), count, isAdded);
            }
        }

        private void Draw(ulong group, int groups, uint* words)
        {
            for (int drawn = 0; drawn < groups;)
            {
                ulong first = group + (uint)drawn;
                int count = (int)Math.Min((ulong)(groups - drawn), GroupsOfKeys - (first % GroupsOfKeys));
                var keys = new PhiloxKeys(mask.Step, mask.Stream, first * WordGroups.Blocks);
                WordGroups.Draw<TLanes, TFloat, TWord>(in keys, (uint)first * WordGroups.Blocks, words + (drawn * WordGroups.Words), count);
                drawn += count;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Multiply(uint* words, uint threshold, float scale, float* values, float* products, int count, bool isAdded)
        {
            var thresholds = new Vector<uint>(threshold);
            var scales = new Vector<float>(scale);
            int i = 0;
            for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector<uint> isKept = Vector.GreaterThanOrEqual(Vector.Load(words + i), thresholds);
                Vector<float> product = Vector.Load(values + i) * Vector.BitwiseAnd(Vector.AsVectorSingle(isKept), scales);
                Vector.Store(isAdded ? Vector.Load(products + i) + product : product, products + i);
            }

            for (; i < count; i++)
            {
                float product = values[i] * (words[i] >= threshold ? scale : 0);
                products[i] = isAdded ? products[i] + product : product;
            }
        }
    }
}
