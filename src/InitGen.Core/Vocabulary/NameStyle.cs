using System;

namespace InitGen;

/// <summary>How names of members become names in files.</summary>
public enum NameStyle
{
    /// <summary>As they are: "Layer1.0.Conv1.weight".</summary>
    AsDeclared,

    /// <summary>In small letters with underscores between words, as Python has them: "layer1.0.conv1.weight".</summary>
    SnakeCase,
}

/// <summary>Gives a layer or a block another name in files than that of its property.</summary>
/// <param name="name">The name, as it stands between that of the block around it and that of a parameter: "downsample.0".</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class NameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
