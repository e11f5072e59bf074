namespace InitGen.Lanes;

/// <summary>Two things that are worked on in turns.</summary>
/// <typeparam name="T">The things.</typeparam>
internal readonly struct Pair<T>(T first, T second)
{
    public readonly T First = first;
    public readonly T Second = second;
}
