using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels;

/// <summary>Applies an activation function to many pre-activations. Its loops, as those of the other kernels, are compiled with
/// optimization at once: a first pass would else spend its time in code that awaits it.</summary>
internal static unsafe class ActivationKernel
{
    /// <summary>φ(z).</summary>
    /// <param name="activation">φ.</param>
    /// <param name="preActivations">z, [rows x columns].</param>
    /// <param name="activations">φ(z), of the same shape, written; may be where z stands. Rows of both have room for whole vectors; what
    /// stands behind the columns is left with no meaning.</param>
    public static void Evaluate<TActivation>(TActivation activation, Matrix preActivations, Matrix activations)
        where TActivation : struct, IActivationOperator
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Evaluate<TActivation, Lanes16>(activation, preActivations, activations);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Evaluate<TActivation, Lanes8>(activation, preActivations, activations);
        }
        else
        {
            Evaluate<TActivation, Lanes4>(activation, preActivations, activations);
        }
    }

    /// <summary>φ(z) and φ'(z).</summary>
    /// <param name="activation">φ.</param>
    /// <param name="preActivations">z, [rows x columns].</param>
    /// <param name="activations">φ(z), of the same shape, written; may be where z stands. Rows of all have room for whole vectors; what
    /// stands behind the columns is left with no meaning.</param>
    /// <param name="derivatives">φ'(z), of the same shape; written.</param>
    public static void Evaluate<TActivation>(TActivation activation, Matrix preActivations, Matrix activations, Matrix derivatives)
        where TActivation : struct, IActivationOperator
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Evaluate<TActivation, Lanes16>(activation, preActivations, activations, derivatives);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Evaluate<TActivation, Lanes8>(activation, preActivations, activations, derivatives);
        }
        else
        {
            Evaluate<TActivation, Lanes4>(activation, preActivations, activations, derivatives);
        }
    }

    /// <summary>φ(z), in vectors of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Evaluate<TActivation, TLanes>(TActivation activation, Matrix preActivations, Matrix activations)
        where TActivation : struct, IActivationOperator
        where TLanes : struct, ILanes<TLanes>
    {
        for (int row = 0; row < preActivations.Rows; row++)
        {
            float* z = preActivations.Row(row);
            float* y = activations.Row(row);
            for (int i = 0; i < preActivations.Columns; i += TLanes.Count)
            {
                activation.Evaluate(TLanes.Load(z + i), out _).Store(y + i);
            }
        }
    }

    /// <summary>φ(z) and φ'(z), in vectors of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Evaluate<TActivation, TLanes>(
        TActivation activation, Matrix preActivations, Matrix activations, Matrix derivatives)
        where TActivation : struct, IActivationOperator
        where TLanes : struct, ILanes<TLanes>
    {
        for (int row = 0; row < preActivations.Rows; row++)
        {
            float* z = preActivations.Row(row);
            float* y = activations.Row(row);
            float* slopes = derivatives.Row(row);
            for (int i = 0; i < preActivations.Columns; i += TLanes.Count)
            {
                activation.Evaluate(TLanes.Load(z + i), out TLanes derivative).Store(y + i);
                derivative.Store(slopes + i);
            }
        }
    }
}
