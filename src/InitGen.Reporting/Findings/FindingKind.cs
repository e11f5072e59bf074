using InitGen.Propagation;

namespace InitGen.Reporting;

/// <summary>What is wrong with a signal.</summary>
public enum FindingKind
{
    /// <summary>Some inputs, or some values of a layer, are NaN or infinite.</summary>
    NonFiniteValues,

    /// <summary>Units are copies of each other.</summary>
    CopiedUnits,

    /// <summary>A layer passes nothing of the input on.</summary>
    NoSignal,

    /// <inheritdoc cref="SignalFault.VanishingActivations"/>
    VanishingActivations,

    /// <inheritdoc cref="SignalFault.ExplodingActivations"/>
    ExplodingActivations,

    /// <inheritdoc cref="SignalFault.SaturatedUnits"/>
    SaturatedUnits,

    /// <inheritdoc cref="SignalFault.VanishingGradients"/>
    VanishingGradients,

    /// <inheritdoc cref="SignalFault.ExplodingGradients"/>
    ExplodingGradients,

    /// <inheritdoc cref="SignalFault.DeadUnits"/>
    DeadUnits,

    /// <summary>The signal is not the predicted one.</summary>
    Deviation,
}
