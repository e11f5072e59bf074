using System;

namespace InitGen.Fuzzing.Tests;

/// <summary>Choices at random, which two numbers decide.</summary>
/// <param name="seed">The seed.</param>
/// <param name="number">The number of a project of that seed.</param>
internal sealed class Chance(int seed, int number)
{
    private readonly Random _random = new(unchecked((seed * 1_000_003) + number));

    /// <summary>A number from 0 to below a limit.</summary>
    public int Below(int limit) => _random.Next(limit);

    /// <summary>Any integer.</summary>
    public int Integer() => unchecked((int)_random.NextInt64());

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => _random.Next(times) == 0;

    /// <summary>One of some values, each as likely as the others.</summary>
    public T Of<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    /// <summary>The first value nearly always, else one of some others.</summary>
    public T Mostly<T>(T usual, params ReadOnlySpan<T> others) => OneIn(24) ? Of(others) : usual;
}
