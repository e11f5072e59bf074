namespace InitGen.Lanes;

/// <summary>What a round of Philox needs: 32-bit words that stand in the lower halves of 64-bit lanes. What stands in the upper halves
/// is ignored, so that a product serves as its own lower word.</summary>
/// <typeparam name="T">The 64-bit lanes.</typeparam>
internal interface IProducts<T>
    where T : unmanaged
{
    static abstract T Broadcast(ulong value);

    /// <summary>The 64-bit products of the lower halves.</summary>
    static abstract T MultiplyLower(T left, T right);

    /// <summary>The upper halves, moved to the lower ones.</summary>
    static abstract T Upper(T values);

    static abstract T Xor(T left, T right);

    static abstract T Xor(T first, T second, T third);
}
