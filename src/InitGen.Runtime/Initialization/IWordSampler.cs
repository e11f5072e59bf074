using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>A distribution that makes two weights of two words.</summary>
internal interface IWordSampler
{
    /// <summary>Whether there is anything to prepare.</summary>
    static virtual bool Prepares => false;

    /// <summary>The first part of the work on first words, where it is long: it is done in a loop of its own.</summary>
    /// <returns>What <see cref="Sample"/> takes for them.</returns>
    static virtual TWord Prepare<TLanes, TFloat, TWord>(TWord first)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged => first;

    /// <summary>The weights that two words stand for, in each lane, the first of them prepared.</summary>
    (TFloat First, TFloat Second) Sample<TLanes, TFloat, TWord>(TWord first, TWord second)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged;
}
