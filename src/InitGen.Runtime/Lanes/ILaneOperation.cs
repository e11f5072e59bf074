namespace InitGen.Lanes;

/// <summary>Work that gives the same bits in lanes of any width.</summary>
internal interface ILaneOperation
{
    /// <summary>Does the work.</summary>
    void Invoke<TLanes, TFloat, TWord>()
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged;
}
