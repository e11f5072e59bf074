namespace InitGen.Reporting;

/// <summary>Something that is wrong with a network.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Layer">The number of the layer where it is seen first, from 1; 0 for the inputs.</param>
/// <param name="Text">A sentence that says it, with the numbers.</param>
public sealed record Finding(FindingKind Kind, int Layer, string Text);
