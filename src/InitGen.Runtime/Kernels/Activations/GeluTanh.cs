using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.GeluTanh"/></summary>
public readonly struct GeluTanh : IActivationOperator
{
    // 2·√(2/π) and 0.044715 times it, and what these floats lack.
    private const float Linear = 1.59576917f;
    private const float LinearRest = -4.5340680e-8f;
    private const float Cubic = 0.0713548139f;
    private const float CubicRest = 2.3988324e-9f;

    // From there on z·σ(w) is below the least float.
    private const float Farthest = 10.8f;

    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.GeluTanh).DerivativeBound;

    // z·σ(w), w = z·(1.596 + 0.0714·z²), is z·e/(1 + e) below 0 and z/(1 + e) above, with e = e^−|w|; its derivative is σ + zσ'w'.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes one = TLanes.Broadcast(1);
        TLanes negative = TLanes.LessThan(z, TLanes.Broadcast(0));
        TLanes magnitude = TLanes.Min(TLanes.Broadcast(Farthest), TLanes.Abs(z));
        TLanes argument = Argument(magnitude, out TLanes slope, out TLanes rest);
        TLanes fraction = ExponentialLanes.Split(-argument, -rest, out TLanes power, out TLanes scale);
        TLanes exponential = TLanes.MultiplyAdd(power, fraction, power) * scale;
        TLanes reciprocal = one / (one + exponential);
        TLanes tail = exponential * reciprocal;
        derivative = TLanes.MultiplyAdd(
            TLanes.CopySign(magnitude, z) * slope, Logistic.Derivative(tail), TLanes.Select(negative, tail, reciprocal));

        TLanes factor = -magnitude * reciprocal;
        return TLanes.Select(negative, TLanes.MultiplyAdd(factor, fraction, factor) * power * scale, z * reciprocal);
    }

    /// <summary>w, which is an exponent and so needs more digits than a float has.</summary>
    /// <param name="z">The pre-activation, not negative.</param>
    /// <param name="slope">w'.</param>
    /// <param name="rest">What the result lacks.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Argument<TLanes>(TLanes z, out TLanes slope, out TLanes rest)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes linear = TLanes.Broadcast(Linear);
        TLanes cubic = TLanes.Broadcast(Cubic);
        TLanes square = z * z;
        TLanes product = cubic * square;
        TLanes sum = linear + product;

        // What rounding took from the square, from its product and from the sum (Knuth's two-sum).
        TLanes added = sum - linear;
        TLanes lack = (linear - (sum - added)) + (product - added);
        lack = lack + TLanes.MultiplyAdd(cubic, square, -product);
        lack = TLanes.MultiplyAdd(cubic, TLanes.MultiplyAdd(z, z, -square), lack);
        lack = TLanes.MultiplyAdd(TLanes.Broadcast(CubicRest), square, lack + TLanes.Broadcast(LinearRest));

        TLanes result = z * sum;
        rest = TLanes.MultiplyAdd(z, lack, TLanes.MultiplyAdd(z, sum, -result));
        slope = TLanes.MultiplyAdd(TLanes.Broadcast(2), product, sum);
        return result;
    }
}
