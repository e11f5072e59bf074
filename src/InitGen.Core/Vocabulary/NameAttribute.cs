using System;

namespace InitGen;

/// <summary>Gives a layer or a block another name in files than that of its property.</summary>
/// <param name="name">The name, as it stands between that of the block around it and that of a parameter: "downsample.0".</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class NameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
