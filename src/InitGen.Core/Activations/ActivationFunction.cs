using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Mathematics;
using InitGen.Propagation;

namespace InitGen.Activations;

/// <summary>An activation function φ of one pre-activation z, with what the prediction of a layer needs to know of it. All its values are
/// finite for finite z.</summary>
internal abstract class ActivationFunction
{
    /// <summary>The slope of a leaky ReLU below 0 where none is written.</summary>
    public const double DefaultSlope = 0.01;

    private readonly Lazy<double> _derivativeSecondMoment;
    private IReadOnlyList<Interval>? _saturatedIntervals;
    private double[]? _breakpoints;

    private protected ActivationFunction() =>
        _derivativeSecondMoment = new Lazy<double>(() => GaussianMoments.Of(this, 0, 1).DerivativeSecondMoment);

    /// <summary>What people call it, as it stands after "under": "ReLU", "a linear activation".</summary>
    public abstract string DisplayName { get; }

    /// <summary>The least upper bound of |φ'|.</summary>
    public abstract double DerivativeBound { get; }

    /// <summary>Where φ' jumps, ascending.</summary>
    public virtual IReadOnlyList<double> Kinks => [];

    /// <summary>Whether no derivative of φ jumps.</summary>
    internal virtual bool IsAnalytic => Kinks.Count == 0;

    /// <summary>The bounds of φ; null where it is unbounded.</summary>
    public virtual Interval? Range => null;

    /// <summary>Whether φ is bounded, and so has a scale of its own.</summary>
    public bool IsBounded => Range is not null;

    /// <summary>Whether units that pass next to no gradient are saturated: φ rises from one bound to the other about 0. Those of others are
    /// inactive.</summary>
    public bool IsSigmoidal => IsBounded && !IsRectifier;

    /// <summary>Whether φ(c·z) = c·φ(z) for each c above 0: no scale is another to it.</summary>
    public bool IsHomogeneous => CurvedExtent == 0 && Kinks.All(static kink => kink == 0);

    /// <summary>Whether φ is nowhere negative.</summary>
    public virtual bool IsNonNegative => Range is { Lower: >= 0 };

    /// <summary>Whether it passes about half of the variance of a signal, as ReLU does: nothing but little below 0, the rest as it
    /// is.</summary>
    public virtual bool IsRectifier => false;

    /// <summary>The slope below 0 that the He initializers make up for: of a leaky ReLU, its own.</summary>
    public virtual double NegativeSlope => 0;

    /// <summary>Whether it is as steep at all of the signal as at 0, or nearly: a Xavier initializer suits it.</summary>
    public bool SuitsXavier => SuitableInit == Init.XavierUniform;

    /// <summary>Whether a He initializer suits it: it passes exactly the part of the variance that these make up for.</summary>
    public bool SuitsHe => SuitableInit == Init.HeNormal;

    /// <summary>The initializer that <see cref="Init.Auto"/> picks.</summary>
    public virtual Init SuitableInit => Init.LeCunNormal;

    /// <summary>The gain that <see cref="Init.Auto"/> gives it; null where none suits it at every depth, so that it depends on the signal
    /// that comes in.</summary>
    public virtual double? SuitableGain => null;

    /// <summary>What of the variance of a gradient it passes on average, E[φ'(z)²], z ~ N(0, 1).</summary>
    public double DerivativeSecondMoment => _derivativeSecondMoment.Value;

    /// <summary>Where deep stacks keep their signal: for activations whose signal grows without noise on the biases; else null.</summary>
    public virtual CriticalPoint? CriticalPoint => null;

    /// <summary>How far from 0 φ is curved, to the precision of a double; beyond, it is a straight line or an exponential tail that
    /// means nothing. 0 for piecewise linear functions.</summary>
    internal virtual double CurvedExtent => 32;

    /// <summary>Where a unit passes less than <see cref="SaturatedSet.Threshold"/> of the largest gradient, in ascending order.</summary>
    public IReadOnlyList<Interval> SaturatedIntervals => _saturatedIntervals ??= SaturatedSet.Find(this);

    /// <summary>Points, ascending, between which φ is smooth at the scale of their distance: its kinks, and a grid that widens with the
    /// distance from 0. What integrals over z are split at.</summary>
    internal double[] Breakpoints => _breakpoints ??= FindBreakpoints();

    /// <summary>φ(z).</summary>
    /// <param name="z">The pre-activation.</param>
    public abstract double Value(double z);

    /// <summary>φ'(z); at a kink, what PyTorch has: the derivative on the left, and at both ends of the middle of a function that is cut off
    /// there the one outside.</summary>
    /// <param name="z">The pre-activation.</param>
    public abstract double Derivative(double z);

    /// <summary>φ(z) and φ'(z), for an integral; an activation whose costly part is in both computes it once.</summary>
    /// <param name="z">The pre-activation.</param>
    internal virtual (double Value, double Derivative) Evaluate(double z) => (Value(z), Derivative(z));

    /// <summary>Whether a unit with pre-activation <paramref name="z"/> is saturated: it passes less than 1 % of the largest
    /// gradient.</summary>
    /// <param name="z">The pre-activation.</param>
    public bool IsSaturated(double z) => Math.Abs(Derivative(z)) < SaturatedSet.Threshold * DerivativeBound;

    /// <summary>The function of an activation; of <see cref="Activation.Softmax"/>, which is predicted as its logits, the
    /// identity.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="slope">The slope of a leaky ReLU below 0; no other activation has one, and what kind of function it is does not
    /// depend on it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="activation"/> is not a member of <see cref="Activation"/>.</exception>
    public static ActivationFunction Of(Activation activation, double slope = DefaultSlope) => activation switch
    {
        Activation.Linear => LinearFunction.Instance,
        Activation.Relu => ReluFunction.Instance,
        Activation.LeakyRelu => new LeakyReluFunction(slope),
        Activation.Elu => EluFunction.Instance,
        Activation.Selu => SeluFunction.Instance,
        Activation.Gelu => GeluFunction.Instance,
        Activation.Silu => SiluFunction.Instance,
        Activation.Mish => MishFunction.Instance,
        Activation.Softplus => SoftplusFunction.Instance,
        Activation.Softsign => SoftsignFunction.Instance,
        Activation.Sigmoid => SigmoidFunction.Instance,
        Activation.Tanh => TanhFunction.Instance,
        Activation.Softmax => LinearFunction.Logits,
        Activation.Relu6 => Relu6Function.Instance,
        Activation.GeluTanh => GeluTanhFunction.Instance,
        Activation.HardSwish => HardSwishFunction.Instance,
        Activation.HardSigmoid => HardSigmoidFunction.Instance,
        Activation.HardTanh => HardTanhFunction.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "There is no such activation."),
    };

    private double[] FindBreakpoints()
    {
        var points = new SortedSet<double>(Kinks);
        if (CurvedExtent > 0)
        {
            points.Add(0);
        }

        for (double point = 2; point <= CurvedExtent; point *= 2)
        {
            points.Add(-point);
            points.Add(point);
        }

        return [.. points];
    }
}
