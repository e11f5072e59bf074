namespace InitGen;

/// <summary>STUB.</summary>
public struct PhiloxStream
{
    /// <summary>Stub.</summary>
    public PhiloxStream(ulong seed, ulong stream) { }
}
