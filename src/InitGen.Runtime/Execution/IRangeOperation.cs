namespace InitGen;

/// <summary>Work on a range of indices that can be cut anywhere, the parts done in any order and at the same time.</summary>
internal interface IRangeOperation
{
    /// <summary>Does the part from one index up to another.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last.</param>
    void Invoke(int start, int end);
}
