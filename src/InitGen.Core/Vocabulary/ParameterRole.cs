namespace InitGen;

/// <summary>What a parameter does in its layer.</summary>
public enum ParameterRole
{
    /// <summary>It multiplies what comes in.</summary>
    Weight,

    /// <summary>It is added to a weighted sum.</summary>
    Bias,

    /// <summary>It multiplies a unit.</summary>
    Scale,

    /// <summary>It is added to a unit that is scaled.</summary>
    Shift,

    /// <summary>It is followed while the network is trained, not trained itself: a running mean.</summary>
    State,
}
