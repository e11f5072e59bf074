namespace InitGen.Kernels;

/// <summary>STUB.</summary>
public readonly struct Softmax : IActivationOperator;
