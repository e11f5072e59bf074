using System;
using System.Runtime.CompilerServices;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>
/// Fills a parameter, or a slice of it, with independent weights: 64 elements of four words of 16 Philox blocks at a time. Element i stands
/// in group g = i / 64 and comes from word (i / 16) mod 4 of block 16·g + (i mod 16): blocks that stand side by side in registers give
/// elements that stand side by side in memory, whatever the width, and an element depends on seed, stream and i alone. This order never
/// changes.
/// </summary>
/// <typeparam name="TSampler">The distribution.</typeparam>
/// <param name="destination">What is written.</param>
/// <param name="start">The index of its first element within the parameter.</param>
/// <param name="seed">The seed.</param>
/// <param name="stream">The parameter's stream.</param>
/// <param name="sampler">The distribution.</param>
internal readonly unsafe ref struct RandomFill<TSampler>(Span<float> destination, ulong start, ulong seed, ulong stream, TSampler sampler)
    : ILaneOperation
    where TSampler : unmanaged, IWordSampler
{
    private const int GroupSize = 64;

    private const uint BlocksOfGroup = 16;

    /// <summary>The groups of blocks whose numbers agree in the upper half.</summary>
    private const ulong GroupsOfKeys = (1UL << 32) / BlocksOfGroup;

    /// <summary>An even number; 4 KiB, which lie in the nearest cache. The words of a chunk are drawn, prepared and made into weights in
    /// loops that follow each other, because a core does not look far enough ahead to keep itself busy with all of it at once.</summary>
    private const int GroupsOfChunk = 16;

    /// <summary>A quarter of a million weights, some 0.2 ms of work: what is worth waking a thread for.</summary>
    private const int GroupsOfPart = 4096;

    private readonly Span<float> _destination = destination;

    /// <summary>Writes all elements, on several threads where there are many.</summary>
    public void Invoke<TLanes, TFloat, TWord>()
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        float* edge = stackalloc float[GroupSize];
        Span<float> rest = _destination;
        ulong group = start / GroupSize;
        int skipped = (int)(start % GroupSize);
        if (skipped != 0)
        {
            new Groups<TLanes, TFloat, TWord>(edge, group++, seed, stream, sampler).Invoke(0, 1);
            int count = Math.Min(GroupSize - skipped, rest.Length);
            new ReadOnlySpan<float>(edge + skipped, count).CopyTo(rest);
            rest = rest[count..];
        }

        int whole = rest.Length / GroupSize;
        fixed (float* first = rest)
        {
            ThreadTeam.For(whole, GroupsOfPart, new Groups<TLanes, TFloat, TWord>(first, group, seed, stream, sampler));
        }

        rest = rest[(whole * GroupSize)..];
        if (!rest.IsEmpty)
        {
            new Groups<TLanes, TFloat, TWord>(edge, group + (uint)whole, seed, stream, sampler).Invoke(0, 1);
            new ReadOnlySpan<float>(edge, rest.Length).CopyTo(rest);
        }
    }

    /// <summary>Groups that follow each other.</summary>
    private readonly struct Groups<TLanes, TFloat, TWord>(float* destination, ulong group, ulong seed, ulong stream, TSampler sampler)
        : IRangeOperation
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        [SkipLocalsInit]
        public void Invoke(int start, int end)
        {
            uint* words = stackalloc uint[GroupsOfChunk * GroupSize];
            ulong first = group + (uint)start;
            var keys = new PhiloxKeys(seed, stream, first * BlocksOfGroup);
            float* target = destination + ((nint)start * GroupSize);
            for (ulong last = group + (uint)end; first < last;)
            {
                // All blocks of a chunk have the same keys.
                if (first % GroupsOfKeys == 0) keys = new PhiloxKeys(seed, stream, first * BlocksOfGroup);
                int groups = (int)Math.Min(Math.Min(GroupsOfChunk, last - first), GroupsOfKeys - (first % GroupsOfKeys));
                Draw(in keys, (uint)first * BlocksOfGroup, words, groups);
                if (TSampler.Prepares) Prepare(words, groups);
                Sample(words, target, groups);
                first += (uint)groups;
                target += groups * GroupSize;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a network's first initialization runs through it once: no time to tier up
        private static void Draw(in PhiloxKeys keys, uint block, uint* words, int groups)
        {
            // Two groups at a time; where their number is odd, one behind the last, for which there is room.
            for (uint* end = words + (groups * GroupSize); words < end; words += 2 * GroupSize, block += 2 * BlocksOfGroup)
            {
                for (uint lane = 0; lane < BlocksOfGroup; lane += (uint)TLanes.Count)
                {
                    Quad<TWord> first = TLanes.Blocks(in keys, block + lane, block + BlocksOfGroup + lane, out Quad<TWord> second);
                    Store(words + lane, first);
                    Store(words + GroupSize + lane, second);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Store(uint* target, Quad<TWord> words)
        {
            TLanes.Store(target, words.Item0);
            TLanes.Store(target + BlocksOfGroup, words.Item1);
            TLanes.Store(target + (2 * BlocksOfGroup), words.Item2);
            TLanes.Store(target + (3 * BlocksOfGroup), words.Item3);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Prepare(uint* words, int groups)
        {
            for (uint* end = words + (groups * GroupSize); words < end; words += 2 * BlocksOfGroup)
            {
                for (int lane = 0; lane < BlocksOfGroup; lane += TLanes.Count)
                {
                    TLanes.Store(words + lane, TSampler.Prepare<TLanes, TFloat, TWord>(TLanes.Load(words + lane)));
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Sample(uint* words, float* target, int groups)
        {
            for (uint* end = words + (groups * GroupSize); words < end; words += 2 * BlocksOfGroup, target += 2 * BlocksOfGroup)
            {
                for (int lane = 0; lane < BlocksOfGroup; lane += TLanes.Count)
                {
                    (TFloat first, TFloat second) = sampler.Sample<TLanes, TFloat, TWord>(
                        TLanes.Load(words + lane), TLanes.Load(words + BlocksOfGroup + lane));
                    TLanes.Store(target + lane, first);
                    TLanes.Store(target + BlocksOfGroup + lane, second);
                }
            }
        }
    }
}
