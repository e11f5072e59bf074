namespace InitGen.Propagation;

/// <summary>How a signal leaves its thresholds.</summary>
public enum SignalFault
{
    /// <summary>The activations of a layer vary too little for the input.</summary>
    VanishingActivations,

    /// <summary>The activations of a layer vary too much for the input.</summary>
    ExplodingActivations,

    /// <summary>Too many units of a bounded activation function, but ReLU6, sit on its flat ends.</summary>
    SaturatedUnits,

    /// <summary>Too little of the gradient at the output reaches the first layer.</summary>
    VanishingGradients,

    /// <summary>The gradient at the output reaches the first layer too large.</summary>
    ExplodingGradients,

    /// <summary>Too many units of a rectifier are inactive.</summary>
    DeadUnits,

    /// <summary>No weight gets a gradient to speak of, since too little of the activations of a layer tells inputs apart.</summary>
    IndistinguishableInputs,
}
