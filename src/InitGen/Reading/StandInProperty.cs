using InitGen.Specification;

namespace InitGen.Reading;

/// <summary>A property that gets a body.</summary>
public sealed record StandInProperty
{
    /// <summary>Its modifiers, type and name: "public partial global::InitGen.DenseLayer Hidden".</summary>
    public required string Header { get; init; }

    /// <summary>Its accessors with their modifiers: "get", "private set".</summary>
    public required EquatableArray<string> Accessors { get; init; }
}
