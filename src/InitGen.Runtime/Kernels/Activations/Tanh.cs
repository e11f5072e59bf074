namespace InitGen.Kernels;

/// <summary>STUB.</summary>
public readonly struct Tanh : IActivationOperator;
