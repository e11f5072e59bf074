namespace InitGen.Mathematics;

/// <summary>The real numbers between two bounds, which may be infinite.</summary>
/// <param name="Lower">The lower bound.</param>
/// <param name="Upper">The upper bound.</param>
internal readonly record struct Interval(double Lower, double Upper);
