using System.Collections.Generic;
using InitGen.Activations;

namespace InitGen.Propagation;

/// <summary>How the values of a signal are distributed, up to scale and shift: as φ(z) of a normal z or, where a part of a sum is not normal, by
/// points.</summary>
internal sealed class SignalLaw
{
    /// <summary>Of a signal that is normal itself, as sums of many are.</summary>
    internal static readonly SignalLaw Normal = new(LinearFunction.Instance, Signal.Unknown);

    private readonly ActivationFunction _function;
    private readonly Signal _preActivation;
    private SignalValues? _values;

    // Asked for forward, and again on the way back.
    private readonly Dictionary<double, WindowMaximum> _largest = [];

    /// <summary>The law of a function of a normal signal.</summary>
    /// <param name="function">The function φ.</param>
    /// <param name="preActivation">The signal z.</param>
    public SignalLaw(ActivationFunction function, Signal preActivation)
    {
        _function = function;
        _preActivation = preActivation;
        IsNormal = function is LinearFunction;
    }

    /// <summary>A law by points.</summary>
    /// <param name="values">The points.</param>
    public SignalLaw(SignalValues values)
    {
        _function = LinearFunction.Instance;
        _preActivation = Signal.Unknown;
        _values = values;
        IsByPoints = true;
    }

    /// <summary>The function φ.</summary>
    public ActivationFunction Function => _function;

    /// <summary>The signal z.</summary>
    public Signal PreActivation => _preActivation;

    /// <summary>Whether the signal is normal itself.</summary>
    public bool IsNormal { get; }

    /// <summary>Whether it is neither normal nor a function of what is.</summary>
    public bool IsByPoints { get; }

    /// <summary>The values of a signal that is not normal; null of a normal one, and where they do not spread.</summary>
    public SignalValues? Values => _values is not null || IsNormal || !(_preActivation.StdDev > 0) || !IsFinite(_preActivation.StdDev) ? _values
        : _values = SignalValues.OfNormal(_preActivation.Mean, _preActivation.StdDev, _function.Kinks).Through(_function);

    /// <summary>The law of the activations of a layer; null where it is not known: that of a function of what is not normal, or of one that
    /// falls.</summary>
    /// <param name="function">Its activation function.</param>
    /// <param name="preActivation">Its pre-activations.</param>
    internal static SignalLaw? Of(ActivationFunction function, Signal preActivation) =>
        function is LinearFunction ? preActivation.Law
        : preActivation.Law is { IsByPoints: true, Values: { } values } ? new SignalLaw(values.At(preActivation.Mean, preActivation.StdDev).Through(function))
        : preActivation.Law is { IsNormal: true } && function.NegativeSlope >= 0 ? new SignalLaw(function, preActivation)
        : null;

    /// <summary>The largest of several values of the signal; null where it is not known how they are correlated.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="count">The number of values.</param>
    internal WindowMaximum? LargestOf(Signal signal, double count)
    {
        Signal z = IsNormal ? signal : _preActivation;
        if (IsByPoints || !IsFinite(z.Mean) || !IsFinite(z.StdDev) || double.IsNaN(z.BetweenPositions))
        {
            return null;
        }

        if (IsNormal)
        {
            return WindowMaximum.Of(_function, z, count);
        }

        if (!_largest.TryGetValue(count, out WindowMaximum largest))
        {
            _largest[count] = largest = WindowMaximum.Of(_function, z, count);
        }

        return largest;
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);
}
