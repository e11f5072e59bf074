namespace InitGen.Lanes;

/// <summary>Registers of which one holds what stands in even lanes and the other what stands in odd ones.</summary>
/// <typeparam name="T">The registers.</typeparam>
internal readonly struct Pair<T>(T even, T odd)
{
    public readonly T Even = even;
    public readonly T Odd = odd;
}
