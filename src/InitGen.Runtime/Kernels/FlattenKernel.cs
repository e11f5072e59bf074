using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a layer that makes a vector of a map, whose values stand in the same order.</summary>
public static class FlattenKernel
{
    /// <summary>Computes φ(x).</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        pass.Input().CopyTo(pass.Output);
        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Hands the gradient on.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        pass.StepBack(layer);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        gradient.CopyTo(pass.InputGradient(0, out bool isAdded), isAdded);
    }
}
