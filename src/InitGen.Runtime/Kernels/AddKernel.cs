using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a sum of layers.</summary>
public static class AddKernel
{
    /// <summary>Computes φ(x + y + …), the sum from left to right.</summary>
    /// <inheritdoc cref="Forward{TActivation}(ref ForwardPass, int, float, TActivation)"/>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator => Forward(ref pass, layer, 1, activation);

    /// <summary>Adds the gradient of the sum to those of all that went into it.</summary>
    /// <inheritdoc cref="Backward{TActivation}(ref BackwardPass, int, float, TActivation)"/>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator => Backward(ref pass, layer, 1, activation);

    /// <summary>Computes φ(s·x + y + …), the sum from left to right.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="branchScale">The factor s on the first of what comes in.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, float branchScale, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        Matrix output = pass.Output;
        for (int input = 0; input < info.From.Count; input++)
        {
            pass.Input(input).CopyTo(output, isAdded: input > 0, input == 0 ? branchScale : 1);
        }

        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Adds the gradient of the sum to those of all that went into it, s times to the first.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="branchScale">The factor s on the first of what came in.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, float branchScale, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        for (int input = 0; input < info.From.Count; input++)
        {
            gradient.CopyTo(pass.InputGradient(input, out bool isAdded), isAdded, input == 0 ? branchScale : 1);
        }
    }
}
