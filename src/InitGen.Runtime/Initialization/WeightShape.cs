namespace InitGen;

/// <summary>The shape of a layer's weights, [Units x Inputs] row-major.</summary>
/// <param name="Units">The number of rows; of a transposed convolution, whose weights stand by what comes in, the channels of that.</param>
/// <param name="Inputs">The number of columns, the fan-in; of a transposed convolution, what a value that comes in goes to.</param>
public readonly record struct WeightShape(int Units, int Inputs);
