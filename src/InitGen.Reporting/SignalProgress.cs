namespace InitGen.Reporting;

/// <summary>How far a measurement has come.</summary>
/// <param name="Network">The name of the network.</param>
/// <param name="InputCount">How many inputs were measured.</param>
/// <param name="TotalCount">How many there are; null where that is not known.</param>
public readonly record struct SignalProgress(string Network, long InputCount, long? TotalCount);
