using InitGen.Layers;

namespace InitGen.Reading;

/// <summary>All that the code of a block depends on.</summary>
internal sealed record BlockModel
{
    /// <summary>Where the generated half goes.</summary>
    public required TypePlace Place { get; init; }

    /// <summary>The properties of its layers and blocks.</summary>
    public required EquatableArray<LayerProperty> Properties { get; init; }

    /// <summary>Whether the user documents the class.</summary>
    public required bool IsDocumented { get; init; }
}
