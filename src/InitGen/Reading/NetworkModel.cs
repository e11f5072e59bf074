using InitGen.Layers;

namespace InitGen.Reading;

/// <summary>All that generated code depends on: a value without symbols, code or places, equal for as long as the network is.</summary>
internal sealed record NetworkModel
{
    /// <summary>Where the generated half goes.</summary>
    public required TypePlace Place { get; init; }

    /// <summary>The network.</summary>
    public required NetworkSpec Spec { get; init; }

    /// <summary>The properties of the layers, in their order.</summary>
    public required EquatableArray<LayerProperty> Properties { get; init; }

    /// <summary>Whether the user documents the class.</summary>
    public required bool IsDocumented { get; init; }
}
