using System;

namespace InitGen.Initialization;

/// <summary>The properties of <see cref="DenseAttribute"/> that only some initializers understand. Each has its property's name.</summary>
[Flags]
internal enum InitializerArguments
{
    /// <summary>None.</summary>
    None = 0,

    /// <inheritdoc cref="DenseAttribute.Gain"/>
    Gain = 1 << 0,

    /// <inheritdoc cref="DenseAttribute.StdDev"/>
    StdDev = 1 << 1,

    /// <inheritdoc cref="DenseAttribute.Limit"/>
    Limit = 1 << 2,

    /// <inheritdoc cref="DenseAttribute.Value"/>
    Value = 1 << 3,

    /// <inheritdoc cref="DenseAttribute.NonZeros"/>
    NonZeros = 1 << 4,

    /// <inheritdoc cref="DenseAttribute.FanMode"/>
    FanMode = 1 << 5,

    /// <inheritdoc cref="DenseAttribute.Truncated"/>
    Truncated = 1 << 6,

    /// <inheritdoc cref="DenseAttribute.Initializer"/>
    Initializer = 1 << 7,
}
