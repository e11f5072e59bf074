namespace InitGen.Lanes;

/// <summary>Four things that are worked on together, such as the four words of Philox blocks, in each lane.</summary>
/// <typeparam name="T">The things.</typeparam>
internal readonly struct Quad<T>(T item0, T item1, T item2, T item3)
{
    public readonly T Item0 = item0;
    public readonly T Item1 = item1;
    public readonly T Item2 = item2;
    public readonly T Item3 = item3;
}
