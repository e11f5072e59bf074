using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;

namespace InitGen.Benchmarks;

/// <summary>What the machine can do at best: fused multiply-adds of one core, copying and filling memory.</summary>
public class MachineBenchmarks
{
    /// <summary>The multiplications and additions of <see cref="FusedMultiplyAdd"/>, whatever the vectors' width.</summary>
    public const double Operations = 2.0 * 12 * 16 * Steps;

    private const int Steps = 1_000_000;

    private readonly float[] _source = new float[Work.LargeCount];
    private readonly float[] _target = new float[Work.LargeCount];

    /// <summary>Twelve independent chains of fused multiply-adds, enough to hide their latency.</summary>
    [Benchmark]
    public float FusedMultiplyAdd() => Vector512.IsHardwareAccelerated ? Peak512() : Peak256();

    /// <summary>What <see cref="WorkServer"/> offers beside the compared work, by name.</summary>
    public static IReadOnlyDictionary<string, Action> All()
    {
        MachineBenchmarks machine = new();
        return new Dictionary<string, Action>
        {
            ["machine-multiply-add"] = () => machine.FusedMultiplyAdd(),
            ["machine-copy"] = machine.Copy,
            ["machine-fill"] = machine.Fill,
        };
    }

    /// <summary>Copies 64 MiB.</summary>
    [Benchmark]
    public void Copy() => _source.AsSpan().CopyTo(_target);

    /// <summary>Fills 64 MiB.</summary>
    [Benchmark]
    public void Fill() => _target.AsSpan().Fill(1.5f);

    private static float Peak512()
    {
        Vector512<float> x = Vector512.Create(0.999f), y = Vector512.Create(1e-3f);
        Vector512<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int step = 0; step < Steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    private static float Peak256()
    {
        Vector256<float> x = Vector256.Create(0.999f), y = Vector256.Create(1e-3f);
        Vector256<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int step = 0; step < 2 * Steps; step++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
            i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y);
            k = Vector256.FusedMultiplyAdd(k, x, y);
            l = Vector256.FusedMultiplyAdd(l, x, y);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
