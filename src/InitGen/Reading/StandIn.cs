using InitGen.Specification;

namespace InitGen.Reading;

/// <summary>Layer properties that cannot be generated for a mistake in their network. They get bodies all the same: without, the compiler
/// stops at "partial property must have an implementation part" before it runs an analyzer, and nobody hears what the mistake is.</summary>
public sealed record StandIn
{
    /// <summary>The type that the properties stand in.</summary>
    public required TypePlace Place { get; init; }

    /// <summary>The name of the generated file.</summary>
    public required string HintName { get; init; }

    /// <summary>The properties.</summary>
    public required EquatableArray<StandInProperty> Properties { get; init; }
}
