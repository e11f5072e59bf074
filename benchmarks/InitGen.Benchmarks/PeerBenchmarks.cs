using System;
using BenchmarkDotNet.Attributes;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace InitGen.Benchmarks;

/// <summary>What people write without InitGen: MathNet, and plain loops.</summary>
[MemoryDiagnoser]
public class PeerBenchmarks
{
    private const int Rows = 1_000;
    private const int Side = 500;

    private readonly float[] _large = new float[Work.LargeCount];
    private readonly double[] _largeDouble = new double[Work.LargeCount];
    private readonly Matrix<float> _inputs = Matrix<float>.Build.Random(Rows, Side, 1);
    private readonly Matrix<float> _weights = Matrix<float>.Build.Random(Side, Side, 2);

    /// <summary>16,777,216 normal weights by MathNet.</summary>
    [Benchmark]
    public void NormalByMathNet() => Normal.Samples(new Xoshiro256StarStar(1), _largeDouble, 0, 0.02);

    /// <summary>16,777,216 normal weights by the Box–Muller loop of a tutorial.</summary>
    [Benchmark]
    public void NormalByLoop()
    {
        Random random = new(1);
        for (int i = 0; i < _large.Length; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            _large[i] = (float)(0.02 * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
    }

    /// <summary>16,777,216 normal weights by InitGen.</summary>
    [Benchmark(Baseline = true)]
    public void NormalByInitGen() => Initializers.Normal(_large, 0, 0.02, 1, 2);

    /// <summary>One product of 1000 x 500 by 500 x 500 by MathNet's managed provider.</summary>
    [Benchmark]
    public Matrix<float> ProductByMathNet() => _inputs.Multiply(_weights);
}
