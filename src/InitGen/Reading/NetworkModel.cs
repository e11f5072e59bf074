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

/// <summary>What the generated half of a property of a layer, or of blocks, repeats of the declared one.</summary>
internal sealed record LayerProperty
{
    /// <summary>The property's name as code writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The modifiers in their order: "public new partial".</summary>
    public required string Modifiers { get; init; }

    /// <summary>Its type as code writes it.</summary>
    public required string Type { get; init; }

    /// <summary>What it shows.</summary>
    public required LayerView View { get; init; }

    /// <summary>How many declared layers it stands for: 1, or those of all copies of a block.</summary>
    public required int Count { get; init; }

    /// <summary>The user's documentation as XML elements; empty without.</summary>
    public required string Documentation { get; init; }
}

/// <summary>What a property shows.</summary>
internal enum LayerView
{
    /// <summary>A layer.</summary>
    Layer,

    /// <summary>Layers that follow each other.</summary>
    Stack,

    /// <summary>A block.</summary>
    Block,

    /// <summary>Blocks that follow each other.</summary>
    BlockStack,
}
