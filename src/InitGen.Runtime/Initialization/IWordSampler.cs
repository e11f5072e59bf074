using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>A distribution that makes two weights of two words.</summary>
internal interface IWordSampler
{
    /// <summary>The weights that two words stand for, in each lane.</summary>
    (TFloat First, TFloat Second) Sample<TLanes, TFloat, TWord>(TWord first, TWord second)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged;
}
