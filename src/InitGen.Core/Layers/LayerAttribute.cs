using System;

namespace InitGen;

/// <summary>What all layer attributes have in common. A layer is a partial property of a class with
/// <see cref="NetworkAttribute"/>.</summary>
// Two on one property are a mistake that a rule explains better than the compiler, so AllowMultiple is on.
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>The name of the layer that it reads, one that stands before it; the layer before, where none is named.</summary>
    public string? From { get; set; }

    /// <summary>How many such layers follow each other, at least 1. A repeated layer is a property of type <c>DenseStack</c> or
    /// <c>LayerStack</c>.</summary>
    public int Repeat { get; set; } = 1;
}
