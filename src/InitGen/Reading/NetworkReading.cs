namespace InitGen.Reading;

/// <summary>What a declaration is read as: a network, or what stands in for one with a mistake, or for layers that are in none.</summary>
/// <param name="Network">The network; null without one, or where it has a mistake.</param>
/// <param name="StandIn">What stands in for it; null for a network.</param>
public sealed record NetworkReading(NetworkModel? Network, StandIn? StandIn)
{
    /// <summary>The name of the file that is made of it.</summary>
    public string HintName => Network?.Place.HintName ?? StandIn!.HintName;
}
