namespace InitGen.Analyzers.Wording;

/// <summary>Activations by the names that people use.</summary>
internal static class ActivationText
{
    /// <summary>An activation as it stands after "under": "ReLU", "tanh".</summary>
    /// <param name="activation">The activation.</param>
    public static string Of(Activation activation) => activation switch
    {
        Activation.Linear => "a linear activation",
        Activation.Relu => "ReLU",
        Activation.LeakyRelu => "leaky ReLU",
        Activation.Elu => "ELU",
        Activation.Selu => "SELU",
        Activation.Gelu => "GELU",
        Activation.Silu => "SiLU",
        Activation.Sigmoid => "sigmoid",
        Activation.Softplus => "softplus",
        Activation.Softsign => "softsign",
        Activation.Tanh => "tanh",
        Activation.Softmax => "softmax",
        _ => activation.ToString(),
    };
}
