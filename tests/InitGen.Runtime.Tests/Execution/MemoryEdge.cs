namespace InitGen.Runtime.Tests.Threads;

/// <summary>The end of some memory that stands right beside a page that nobody may touch.</summary>
public enum MemoryEdge
{
    Start,
    End,
}
