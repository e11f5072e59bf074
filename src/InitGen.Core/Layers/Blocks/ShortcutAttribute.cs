using System;

namespace InitGen;

/// <summary>Puts a layer of a residual block on the way around its branch. Such layers follow each other; they are there where the branch
/// changes the shape, and else the input is added as it is.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ShortcutAttribute : Attribute;
