namespace InitGen.Reading;

/// <summary>What a declaration is read as: a network, or what stands in for one with a mistake, or for layers that are in none.</summary>
/// <param name="Network">The network; null without one, or where it has a mistake.</param>
/// <param name="StandIn">What stands in for it; null where nothing has to.</param>
public sealed record NetworkReading(NetworkModel? Network, StandIn? StandIn);
