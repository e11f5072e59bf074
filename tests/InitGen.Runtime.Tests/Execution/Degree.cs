using System;

namespace InitGen.Runtime.Tests.Threads;

/// <summary>Another degree of parallelism, until it is disposed.</summary>
internal sealed class Degree : IDisposable
{
    private readonly int _before = Execution.MaxDegreeOfParallelism;

    public Degree(int degree) => Execution.MaxDegreeOfParallelism = degree;

    public void Dispose() => Execution.MaxDegreeOfParallelism = _before;
}
