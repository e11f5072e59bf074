namespace InitGen.Kernels.Vectors;

/// <summary>Some floats side by side, as wide as the hardware's registers: what a kernel is written in once, for every width. Each
/// operation rounds once, as IEEE 754 says, so that every width gives the same bits.</summary>
/// <typeparam name="TSelf">The width.</typeparam>
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The number of floats.</summary>
    static abstract int Count { get; }

    /// <summary>One value in every lane.</summary>
    static abstract TSelf Broadcast(float value);

    /// <summary>Reads <see cref="Count"/> floats.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>Writes <see cref="Count"/> floats.</summary>
    void Store(float* destination);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf value);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The absolute value.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>A magnitude with the sign of another value.</summary>
    static abstract TSelf CopySign(TSelf magnitude, TSelf sign);

    /// <summary>The smaller of a number and a value; NaN where the value is.</summary>
    static abstract TSelf Min(TSelf number, TSelf value);

    /// <summary>The larger of a number and a value; NaN where the value is.</summary>
    static abstract TSelf Max(TSelf number, TSelf value);

    /// <summary>A mask of the lanes in which left is less than right; none where either is NaN.</summary>
    static abstract TSelf LessThan(TSelf left, TSelf right);

    /// <summary>The lanes of one where the mask is set, of the other elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf whereSet, TSelf elsewhere);

    /// <summary>2ⁿ for a whole number n from −126 to 127; 0 for −127.</summary>
    static abstract TSelf PowerOfTwo(TSelf exponent);
}
