using System;

namespace InitGen.Reporting;

/// <summary>The gradient of a loss L with respect to the outputs of a network.</summary>
/// <param name="firstInput">The number of the batch's first input among all inputs, from 0: what labels are found by.</param>
/// <param name="outputs">[batch x OutputSize], row-major.</param>
/// <param name="gradients">dL/doutput, [batch x OutputSize], row-major; to be written.</param>
public delegate void OutputGradient(long firstInput, ReadOnlySpan<float> outputs, Span<float> gradients);
