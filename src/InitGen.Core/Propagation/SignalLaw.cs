using System.Collections.Generic;
using InitGen.Activations;

namespace InitGen.Propagation;

/// <summary>How the values of a signal are distributed, up to scale and shift: as φ(z) of a normal z.</summary>
/// <param name="function">The function φ.</param>
/// <param name="preActivation">The signal z.</param>
internal sealed class SignalLaw(ActivationFunction function, Signal preActivation)
{
    /// <summary>Of a signal that is normal itself, as sums of many are.</summary>
    internal static readonly SignalLaw Normal = new(LinearFunction.Instance, Signal.Unknown);

    // Asked for forward, and again on the way back.
    private readonly Dictionary<double, WindowMaximum> _largest = [];

    /// <summary>The function φ.</summary>
    public ActivationFunction Function => function;

    /// <summary>The signal z.</summary>
    public Signal PreActivation => preActivation;

    /// <summary>Whether the signal is normal itself.</summary>
    public bool IsNormal => function is LinearFunction;

    /// <summary>The law of the activations of a layer; null where it is not known: that of a function of what is not normal, or of one that
    /// falls.</summary>
    /// <param name="function">Its activation function.</param>
    /// <param name="preActivation">Its pre-activations.</param>
    internal static SignalLaw? Of(ActivationFunction function, Signal preActivation) =>
        function is LinearFunction ? preActivation.Law
        : preActivation.Law is { IsNormal: true } && function.NegativeSlope >= 0 ? new SignalLaw(function, preActivation)
        : null;

    /// <summary>The largest of several values of the signal; null where it is not known how they are correlated.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="count">The number of values.</param>
    internal WindowMaximum? LargestOf(Signal signal, double count)
    {
        Signal z = IsNormal ? signal : preActivation;
        if (!IsFinite(z.Mean) || !IsFinite(z.StdDev) || double.IsNaN(z.BetweenPositions))
        {
            return null;
        }

        if (IsNormal)
        {
            return WindowMaximum.Of(function, z, count);
        }

        if (!_largest.TryGetValue(count, out WindowMaximum largest))
        {
            _largest[count] = largest = WindowMaximum.Of(function, z, count);
        }

        return largest;
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);
}
