using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using InitGen.Initialization;

namespace InitGen.Randomness;

/// <summary>Endless sequences of blocks of random bits, each along one of the ways that a counter-based generator could fail.</summary>
public static class BitStreams
{
    private const ulong Seed = 42;
    private const int BlocksOfBuffer = 1 << 14;

    private static readonly ulong Weights = ParameterStream.Of("Hidden1.Weights");

    /// <summary>The sequences by name: block i of each.</summary>
    public static IReadOnlyDictionary<string, Func<ulong, Vector128<uint>>> ByName { get; } = new Dictionary<string, Func<ulong, Vector128<uint>>>
    {
        ["counters"] = static i => Block(Seed, Weights, i), // what a parameter is made of
        ["seeds"] = static i => Block(i, Weights, 0), // the first four weights under the seeds 0, 1, 2, …
        ["streams"] = static i => Block(Seed, i, 0), // those of the streams 0, 1, 2, …
        ["names"] = static i => Block(Seed, ParameterStream.Of($"Hidden.{i % 10_000}.Weights"), i / 10_000), // the layers of a stack in turns
    };

    /// <summary>Writes a sequence until the reader has enough.</summary>
    /// <param name="name">The sequence's name.</param>
    /// <param name="output">Where its bytes go.</param>
    public static void Write(string name, Stream output)
    {
        Func<ulong, Vector128<uint>> sequence = ByName[name];
        var buffer = new Vector128<uint>[BlocksOfBuffer];
        try
        {
            for (ulong first = 0; ; first += BlocksOfBuffer)
            {
                for (uint i = 0; i < BlocksOfBuffer; i++)
                {
                    buffer[i] = sequence(first + i);
                }

                output.Write(MemoryMarshal.AsBytes(buffer.AsSpan()));
            }
        }
        catch (IOException)
        {
            // The reader has closed the pipe.
        }
    }

    private static Vector128<uint> Block(ulong seed, ulong stream, ulong index) =>
        Philox4x32.Block(Vector128.Create(index, stream).AsUInt32(), seed);
}
