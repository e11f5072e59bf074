namespace InitGen.Reading;

/// <summary>What a type with <see cref="NetworkAttribute"/> is read as: a network, or what stands in for one with a mistake.</summary>
/// <param name="Network">The network; null where it has a mistake.</param>
/// <param name="StandIn">What stands in for it; null where nothing has to.</param>
public sealed record NetworkReading(NetworkModel? Network, StandIn? StandIn);
