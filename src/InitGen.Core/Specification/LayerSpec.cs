namespace InitGen.Specification;

/// <summary>A declared layer of any kind.</summary>
internal abstract record LayerSpec
{
    /// <summary>The name of the member that declares it.</summary>
    public required string Name { get; init; }

    /// <summary>How many such layers follow each other.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Whether the member is a stack of layers, so that each has a numbered name ("Hidden.3").</summary>
    public bool IsStack { get; init; }

    /// <summary>The name of one of the layers: the member's, and its number in a stack.</summary>
    /// <param name="index">Which of them, from 0.</param>
    public string NameOf(int index) => IsStack ? $"{Name}.{index}" : Name;
}
