using System;

namespace InitGen.Fuzzing.Tests;

/// <summary>Choices at random, which one number decides.</summary>
/// <param name="seed">The number.</param>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number from 0 to below a limit.</summary>
    public int Below(int limit) => _random.Next(limit);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => _random.Next(times) == 0;

    /// <summary>One of some values, each as likely as the others.</summary>
    public T Of<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];

    /// <summary>The first value nearly always, else one of some others.</summary>
    public T Mostly<T>(T usual, params ReadOnlySpan<T> others) => OneIn(24) ? Of(others) : usual;
}
