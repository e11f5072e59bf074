namespace InitGen;

/// <summary>Which fan the variance of a weight is divided by.</summary>
public enum FanMode
{
    /// <summary>The family's own: Average for Xavier, In for He and LeCun.</summary>
    Default,

    /// <summary>The fan-in: the number of inputs of a unit.</summary>
    In,

    /// <summary>The fan-out: the number of units that an input goes to.</summary>
    Out,

    /// <summary>The mean of fan-in and fan-out.</summary>
    Average,
}
