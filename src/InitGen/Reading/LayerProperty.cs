namespace InitGen.Reading;

/// <summary>What the generated half of a layer's property repeats of the declared one.</summary>
public sealed record LayerProperty
{
    /// <summary>The property's name as code writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The modifiers in their order: "public new partial".</summary>
    public required string Modifiers { get; init; }

    /// <summary>The user's documentation as XML elements; empty without.</summary>
    public required string Documentation { get; init; }
}
