using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels;

/// <summary>Applies an activation function to many pre-activations. Its loops, as those of the other kernels, are compiled with
/// optimization at once: a first pass would else spend its time in code that awaits it.</summary>
internal static unsafe class ActivationKernel
{
    /// <summary>φ(z).</summary>
    /// <param name="activation">φ.</param>
    /// <param name="preActivations">z.</param>
    /// <param name="activations">φ(z); may be where z stands.</param>
    /// <param name="length">How many, a multiple of <see cref="RowLayout.CacheLine"/>.</param>
    public static void Evaluate<TActivation>(TActivation activation, float* preActivations, float* activations, int length)
        where TActivation : struct, IActivationOperator
    {
        if (Vector512.IsHardwareAccelerated) Evaluate<TActivation, Lanes16>(activation, preActivations, activations, length);
        else if (Vector256.IsHardwareAccelerated) Evaluate<TActivation, Lanes8>(activation, preActivations, activations, length);
        else Evaluate<TActivation, Lanes4>(activation, preActivations, activations, length);
    }

    /// <summary>φ(z) and φ'(z).</summary>
    /// <param name="activation">φ.</param>
    /// <param name="preActivations">z.</param>
    /// <param name="activations">φ(z); may be where z stands.</param>
    /// <param name="derivatives">φ'(z).</param>
    /// <param name="length">How many, a multiple of <see cref="RowLayout.CacheLine"/>.</param>
    public static void Evaluate<TActivation>(
        TActivation activation, float* preActivations, float* activations, float* derivatives, int length)
        where TActivation : struct, IActivationOperator
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Evaluate<TActivation, Lanes16>(activation, preActivations, activations, derivatives, length);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Evaluate<TActivation, Lanes8>(activation, preActivations, activations, derivatives, length);
        }
        else
        {
            Evaluate<TActivation, Lanes4>(activation, preActivations, activations, derivatives, length);
        }
    }

    /// <summary>φ(z), in vectors of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Evaluate<TActivation, TLanes>(TActivation activation, float* preActivations, float* activations, int length)
        where TActivation : struct, IActivationOperator
        where TLanes : struct, ILanes<TLanes>
    {
        for (int i = 0; i < length; i += TLanes.Count)
        {
            activation.Evaluate(TLanes.Load(preActivations + i), out _).Store(activations + i);
        }
    }

    /// <summary>φ(z) and φ'(z), in vectors of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Evaluate<TActivation, TLanes>(
        TActivation activation, float* preActivations, float* activations, float* derivatives, int length)
        where TActivation : struct, IActivationOperator
        where TLanes : struct, ILanes<TLanes>
    {
        for (int i = 0; i < length; i += TLanes.Count)
        {
            activation.Evaluate(TLanes.Load(preActivations + i), out TLanes derivative).Store(activations + i);
            derivative.Store(derivatives + i);
        }
    }
}
