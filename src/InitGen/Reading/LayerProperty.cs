namespace InitGen.Reading;

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
