namespace InitGen.Lanes;

/// <summary>The arithmetic of random numbers that stand side by side in a register, so that a formula is written once for every width. Each
/// operation rounds once, as IEEE 754 says, and none looks at a neighbouring lane: the bits do not depend on the width.</summary>
/// <typeparam name="TFloat">Single-precision numbers, one a lane.</typeparam>
/// <typeparam name="TWord">32-bit words, one a lane.</typeparam>
internal interface ISampleLanes<TFloat, TWord>
    where TFloat : unmanaged
    where TWord : unmanaged
{
    /// <summary>The number of lanes: a divisor of 16.</summary>
    static abstract int Count { get; }

    static abstract TFloat Broadcast(float value);

    static abstract TWord Broadcast(uint value);

    static abstract unsafe TWord Load(uint* source);

    static abstract unsafe void Store(float* destination, TFloat values);

    static abstract unsafe void Store(uint* destination, TWord words);

    static abstract TFloat Add(TFloat left, TFloat right);

    static abstract TFloat Multiply(TFloat left, TFloat right);

    static abstract TFloat Divide(TFloat left, TFloat right);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TFloat FusedMultiplyAdd(TFloat left, TFloat right, TFloat addend);

    static abstract TFloat Sqrt(TFloat value);

    /// <summary>The nearest numbers to words read as signed integers.</summary>
    static abstract TFloat ConvertSigned(TWord words);

    static abstract TFloat AsSingle(TWord bits);

    static abstract TWord AsWord(TFloat value);

    static abstract TWord Add(TWord left, TWord right);

    static abstract TWord And(TWord left, TWord right);

    static abstract TWord Or(TWord left, TWord right);

    static abstract TWord Xor(TWord left, TWord right);

    static abstract TWord ShiftLeft(TWord words, int count);

    static abstract TWord ShiftRight(TWord words, int count);

    /// <summary>Shifts copies of the highest bit in from the left.</summary>
    static abstract TWord ShiftRightArithmetic(TWord words, int count);

    /// <summary>One number where all bits of a mask are set, another where none is.</summary>
    static abstract TFloat Select(TWord mask, TFloat whereSet, TFloat elsewhere);

    /// <summary>The outputs of Philox for blocks that follow each other in a stream, one a lane.</summary>
    /// <param name="keys">The keys for the stream and the upper half of the blocks' numbers.</param>
    /// <param name="block">The lower half of the number of the first lane's block, a multiple of <see cref="Count"/>.</param>
    static abstract Quad<TWord> Blocks(in PhiloxKeys keys, uint block);

    /// <summary>The outputs of Philox for blocks and for as many others, in turns, which takes less time than one after the
    /// other.</summary>
    /// <param name="keys">The keys for the stream and the upper half of the blocks' numbers.</param>
    /// <param name="block">The lower half of the number of the first lane's block, a multiple of <see cref="Count"/>.</param>
    /// <param name="other">That of the others.</param>
    /// <param name="others">Their outputs.</param>
    static abstract Quad<TWord> Blocks(in PhiloxKeys keys, uint block, uint other, out Quad<TWord> others);
}

/// <summary>Four things that are worked on together, such as the four words of Philox blocks, in each lane.</summary>
/// <typeparam name="T">The things.</typeparam>
internal readonly struct Quad<T>(T item0, T item1, T item2, T item3)
{
    public readonly T Item0 = item0;
    public readonly T Item1 = item1;
    public readonly T Item2 = item2;
    public readonly T Item3 = item3;
}

/// <summary>Two things that are worked on in turns.</summary>
/// <typeparam name="T">The things.</typeparam>
internal readonly struct Pair<T>(T first, T second)
{
    public readonly T First = first;
    public readonly T Second = second;
}
