using System;
using System.Runtime.CompilerServices;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>
/// Fills a parameter, or a slice of it, with independent weights: element i comes from word i of the stream's <see cref="WordGroups"/>, or,
/// where two words make two elements, from both, 16 apart. An element depends on seed, stream and i alone.
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
    /// <summary>The groups of blocks whose numbers agree in the upper half.</summary>
    private const ulong GroupsOfKeys = (1UL << 32) / WordGroups.Blocks;

    /// <summary>An even number; 4 KiB, which lie in the nearest cache. The words of a chunk are drawn, prepared and made into weights in
    /// loops that follow each other, because a core does not look far enough ahead to keep itself busy with all of it at once.</summary>
    private const int GroupsOfChunk = 16;

    /// <summary>A quarter of a million weights, some 0.2 ms of work: what is worth waking a thread for.</summary>
    private const int GroupsOfPart = 4096;

    private readonly Span<float> _destination = destination;

    /// <summary>Writes all elements, on several threads where there are many.</summary>
    public void Invoke<TLanes, TFloat, TWord>()
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        float* edge = stackalloc float[WordGroups.Words];
        Span<float> rest = _destination;
        ulong group = start / WordGroups.Words;
        int skipped = (int)(start % WordGroups.Words);
        if (skipped != 0)
        {
            new Groups<TLanes, TFloat, TWord>(edge, group++, seed, stream, sampler).Invoke(0, 1);
            int count = Math.Min(WordGroups.Words - skipped, rest.Length);
            new ReadOnlySpan<float>(edge + skipped, count).CopyTo(rest);
            rest = rest[count..];
        }

        int whole = rest.Length / WordGroups.Words;
        fixed (float* first = rest)
        {
            ThreadTeam.For(whole, GroupsOfPart, new Groups<TLanes, TFloat, TWord>(first, group, seed, stream, sampler));
        }

        rest = rest[(whole * WordGroups.Words)..];
        if (!rest.IsEmpty)
        {
            new Groups<TLanes, TFloat, TWord>(edge, group + (uint)whole, seed, stream, sampler).Invoke(0, 1);
            new ReadOnlySpan<float>(edge, rest.Length).CopyTo(rest);
        }
    }

    /// <summary>Groups that follow each other.</summary>
    private readonly struct Groups<TLanes, TFloat, TWord>(float* destination, ulong group, ulong seed, ulong stream, TSampler sampler)
        : IRangeOperation
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        [SkipLocalsInit]
        public void Invoke(int start, int end)
        {
            uint* words = stackalloc uint[GroupsOfChunk * WordGroups.Words];
            ulong first = group + (uint)start;
            var keys = new PhiloxKeys(seed, stream, first * WordGroups.Blocks);
            float* target = destination + ((nint)start * WordGroups.Words);
            for (ulong last = group + (uint)end; first < last;)
            {
                // All blocks of a chunk have the same keys.
                if (first % GroupsOfKeys == 0)
                {
                    keys = new PhiloxKeys(seed, stream, first * WordGroups.Blocks);
                }

                int groups = (int)Math.Min(Math.Min(GroupsOfChunk, last - first), GroupsOfKeys - (first % GroupsOfKeys));
                WordGroups.Draw<TLanes, TFloat, TWord>(in keys, (uint)first * WordGroups.Blocks, words, groups);
                if (TSampler.Prepares)
                {
                    Prepare(words, groups);
                }

                Sample(words, target, groups);
                first += (uint)groups;
                target += groups * WordGroups.Words;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Prepare(uint* words, int groups)
        {
            for (uint* end = words + (groups * WordGroups.Words); words < end; words += 2 * WordGroups.Blocks)
            {
                for (int lane = 0; lane < WordGroups.Blocks; lane += TLanes.Count)
                {
                    TLanes.Store(words + lane, TSampler.Prepare<TLanes, TFloat, TWord>(TLanes.Load(words + lane)));
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Sample(uint* words, float* target, int groups)
        {
            const uint Step = 2 * WordGroups.Blocks;
            for (uint* end = words + (groups * WordGroups.Words); words < end; words += Step, target += Step)
            {
                for (int lane = 0; lane < WordGroups.Blocks; lane += TLanes.Count)
                {
                    (TFloat first, TFloat second) = sampler.Sample<TLanes, TFloat, TWord>(
                        TLanes.Load(words + lane), TLanes.Load(words + WordGroups.Blocks + lane));
                    TLanes.Store(target + lane, first);
                    TLanes.Store(target + WordGroups.Blocks + lane, second);
                }
            }
        }
    }
}
