using System;

namespace InitGen.Initialization;

/// <summary>The properties of <see cref="WeightedLayerAttribute"/> that only some initializers understand. Each has its property's name.</summary>
[Flags]
internal enum InitializerArguments
{
    /// <summary>None.</summary>
    None = 0,

    /// <inheritdoc cref="WeightedLayerAttribute.Gain"/>
    Gain = 1 << 0,

    /// <inheritdoc cref="WeightedLayerAttribute.StdDev"/>
    StdDev = 1 << 1,

    /// <inheritdoc cref="WeightedLayerAttribute.Limit"/>
    Limit = 1 << 2,

    /// <inheritdoc cref="WeightedLayerAttribute.Value"/>
    Value = 1 << 3,

    /// <inheritdoc cref="WeightedLayerAttribute.NonZeros"/>
    NonZeros = 1 << 4,

    /// <inheritdoc cref="WeightedLayerAttribute.FanMode"/>
    FanMode = 1 << 5,

    /// <inheritdoc cref="WeightedLayerAttribute.Truncated"/>
    Truncated = 1 << 6,

    /// <inheritdoc cref="WeightedLayerAttribute.Initializer"/>
    Initializer = 1 << 7,
}
