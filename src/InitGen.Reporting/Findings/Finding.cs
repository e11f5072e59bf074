using InitGen.Propagation;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>Something that is wrong with a network, as measured.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Layer">The number of the layer where it is seen first, from 1; 0 for the inputs.</param>
/// <param name="Text">A sentence that says it, with the numbers.</param>
/// <param name="Remedy">A sentence that says what to do.</param>
/// <param name="RuleId">The rule of the compiler that is about the same, as "INIT3001"; null where there is none.</param>
public sealed record Finding(FindingKind Kind, int Layer, string Text, string Remedy, string? RuleId)
{
    /// <summary>The address of the rule's page; null where there is no rule.</summary>
    public string? PageAddress => RuleId is null ? null : RulePage.AddressOf(RuleId);
}

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

    /// <summary>The signal is not the predicted one, or a custom initializer draws other weights than it tells of.</summary>
    Deviation,
}
