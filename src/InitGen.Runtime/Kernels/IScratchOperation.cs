namespace InitGen.Kernels;

/// <summary>What is done with parts of something, and needs scratch memory on each thread.</summary>
internal interface IScratchOperation : IRangeOperation
{
    /// <summary>The number of parts.</summary>
    int Count { get; }

    /// <summary>The floats of scratch memory that a thread needs.</summary>
    long ScratchSize { get; }

    /// <summary>Places of <see cref="ScratchSize"/>.</summary>
    ScratchPlaces Scratch { init; }
}
