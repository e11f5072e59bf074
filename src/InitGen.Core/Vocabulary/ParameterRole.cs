namespace InitGen;

/// <summary>What a parameter does in its layer.</summary>
public enum ParameterRole
{
    /// <summary>It multiplies what comes in.</summary>
    Weight,

    /// <summary>It is added to a weighted sum.</summary>
    Bias,
}
