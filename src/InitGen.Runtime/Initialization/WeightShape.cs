namespace InitGen;

/// <summary>The shape of a layer's weights, [Units x Inputs] row-major.</summary>
/// <param name="Units">The number of rows.</param>
/// <param name="Inputs">The number of columns, the fan-in.</param>
public readonly record struct WeightShape(int Units, int Inputs);
