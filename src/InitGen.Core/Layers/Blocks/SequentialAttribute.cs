using System;

namespace InitGen;

/// <summary>Makes a partial class a block whose layers follow each other. A network uses it by <see cref="BlockAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SequentialAttribute : Attribute;
