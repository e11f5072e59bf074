using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;

namespace InitGen.Benchmarks;

/// <summary>The compared work, on one thread and on two, with what it allocates.</summary>
[MemoryDiagnoser]
public class WorkBenchmarks
{
    private Action _work = () => { };

    /// <summary>The names of the work.</summary>
    public static IEnumerable<string> Names => InitGen.Benchmarks.Work.All().Keys;

    /// <summary>The work.</summary>
    [ParamsSource(nameof(Names))]
    public string Work { get; set; } = "";

    /// <summary>The number of threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Prepares the work.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Execution.MaxDegreeOfParallelism = Threads;
        _work = InitGen.Benchmarks.Work.All()[Work];
    }

    /// <summary>Does the work once.</summary>
    [Benchmark]
    public void Run() => _work();
}
