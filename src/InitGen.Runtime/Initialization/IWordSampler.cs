using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>A distribution that makes four weights of the four words of a Philox block.</summary>
internal interface IWordSampler
{
    /// <summary>Draws four weights in each lane, from the four words of its block.</summary>
    Quad<TFloat> Sample<TLanes, TFloat, TWord>(Quad<TWord> words)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged;
}
