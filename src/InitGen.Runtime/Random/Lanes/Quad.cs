namespace InitGen.Lanes;

/// <summary>What the four words of a Philox block become, in each lane.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal readonly struct Quad<T>(T item0, T item1, T item2, T item3)
{
    public readonly T Item0 = item0;
    public readonly T Item1 = item1;
    public readonly T Item2 = item2;
    public readonly T Item3 = item3;
}
