namespace InitGen.Initialization;

/// <summary>The fan of a layer that a variance is divided by.</summary>
internal static class Fan
{
    /// <summary>The fan.</summary>
    /// <param name="mode">Which; not <see cref="FanMode.Default"/>, which means another one to each initializer.</param>
    /// <param name="fanIn">The fan-in n.</param>
    /// <param name="fanOut">The fan-out m.</param>
    public static double Of(FanMode mode, double fanIn, double fanOut) => mode switch
    {
        FanMode.In => fanIn,
        FanMode.Out => fanOut,
        _ => (fanIn + fanOut) / 2,
    };
}
