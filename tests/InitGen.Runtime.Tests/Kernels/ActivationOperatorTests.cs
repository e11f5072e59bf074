using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen.Runtime.Tests.Kernels;

public class ActivationOperatorTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_value_is_within_4_units_in_the_last_place_at_every_exponent(Activation activation)
    {
        ActivationCase item = ActivationCase.For(activation);
        double tolerance = HasExponential(activation) ? 4 : 2;
        float[] points = PointsAtEveryExponent();
        (float[] values, _) = item.Evaluate(points);
        for (int i = 0; i < points.Length; i++)
        {
            double exact = item.Exact.Value(points[i]);
            double error = Math.Abs(exact) > float.MaxValue && float.IsInfinity(values[i])
                ? 0
                : Math.Abs(values[i] - exact) / UnitInTheLastPlace(exact);
            Assert.True(error <= tolerance, $"φ({points[i]:R}) is {values[i]:R}, {error:F2} units off {exact:R}.");
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_derivative_is_within_4_units_in_the_last_place_at_every_exponent(Activation activation)
    {
        ActivationCase item = ActivationCase.For(activation);
        float[] points = PointsAtEveryExponent();
        (_, float[] derivatives) = item.Evaluate(points);
        for (int i = 0; i < points.Length; i++)
        {
            double exact = item.Exact.Derivative(points[i]);

            // Where φ' crosses 0 its parts cancel, and some become 0 before they are below the normal numbers.
            double unit = activation is Activation.Gelu or Activation.GeluTanh or Activation.Silu or Activation.Mish
                ? Math.Max(UnitInTheLastPlace(exact), UnitInTheLastPlace(0.5))
                : Math.Abs(exact) < 4e-38 ? 1e-38 : UnitInTheLastPlace(exact);
            double error = Math.Abs(derivatives[i] - exact) / unit;
            Assert.True(error <= 4, $"φ'({points[i]:R}) is {derivatives[i]:R}, {error:F2} units off {exact:R}.");
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_vector_width_gives_the_bits_of_the_scalar_form(Activation activation)
    {
        ActivationCase item = ActivationCase.For(activation);
        float[] points = [.. PointsAtEveryExponent().Where((_, i) => i % 16 == 0), float.NaN, .. new float[15]];
        points = points[..(points.Length / 16 * 16)];
        (float[] values, float[] derivatives) = item.Evaluate(points);
        foreach ((float[] Values, float[] Derivatives) other in item.EvaluateInEachWidth(points).Skip(1))
        {
            Assert.Equal(values.Select(BitConverter.SingleToInt32Bits), other.Values.Select(BitConverter.SingleToInt32Bits));
            Assert.Equal(derivatives.Select(BitConverter.SingleToInt32Bits), other.Derivatives.Select(BitConverter.SingleToInt32Bits));
        }

        Assert.Equal(values, item.EvaluateValuesAlone(points));
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void NaN_stays_NaN(Activation activation)
    {
        float[] points = Enumerable.Repeat(float.NaN, 16).ToArray();
        foreach ((float[] values, _) in ActivationCase.For(activation).EvaluateInEachWidth(points))
        {
            Assert.All(values, value => Assert.Equal(float.NaN, value));
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void At_infinity_stand_the_limits(Activation activation)
    {
        float[] points = [.. Enumerable.Repeat(float.PositiveInfinity, 16), .. Enumerable.Repeat(float.NegativeInfinity, 16)];
        (double above, double below) = activation switch
        {
            Activation.Linear or Activation.LeakyRelu or Activation.Softmax => (double.PositiveInfinity, double.NegativeInfinity),
            Activation.Elu => (double.PositiveInfinity, -1),
            Activation.Selu => (double.PositiveInfinity, -1.7580993408473766),
            Activation.Tanh or Activation.Softsign or Activation.HardTanh => (1, -1),
            Activation.Sigmoid or Activation.HardSigmoid => (1, 0),
            Activation.Relu6 => (6, 0),
            _ => (double.PositiveInfinity, 0),
        };
        (double steepness, double flatness) = activation switch
        {
            Activation.Linear or Activation.Softmax => (1, 1),
            Activation.LeakyRelu => (1, TestLayers.Slope),
            Activation.Selu => (1.0507009873554805, 0),
            Activation.Tanh or Activation.Softsign or Activation.Sigmoid or Activation.Relu6 or Activation.HardSigmoid
                or Activation.HardTanh => (0, 0),
            _ => (1.0, 0.0),
        };
        foreach ((float[] values, float[] derivatives) in ActivationCase.For(activation).EvaluateInEachWidth(points))
        {
            Assert.All(values[..16], value => Assert.Equal((float)above, value));
            Assert.All(values[16..], value => Assert.Equal((float)below, value));
            Assert.All(derivatives[..16], derivative => Assert.Equal((float)steepness, derivative));
            Assert.All(derivatives[16..], derivative => Assert.Equal((float)flatness, derivative));
        }
    }

    private static bool HasExponential(Activation activation) => activation is not (Activation.Linear or Activation.Relu
        or Activation.LeakyRelu or Activation.Softsign or Activation.Softmax or Activation.Relu6 or Activation.HardSwish
        or Activation.HardSigmoid or Activation.HardTanh);

    /// <summary>Both signs, every exponent down to the subnormal ones, mantissas in steps that favour none; and 0.</summary>
    private static float[] PointsAtEveryExponent()
    {
        var points = new List<float>();
        for (uint bits = 0; bits < 0x7F800000; bits += 16411)
        {
            points.Add(BitConverter.UInt32BitsToSingle(bits));
            points.Add(-BitConverter.UInt32BitsToSingle(bits));
        }

        return [.. points.Take(points.Count / 16 * 16)];
    }

    /// <summary>The distance between the floats around an exact value.</summary>
    private static double UnitInTheLastPlace(double exact)
    {
        double magnitude = Math.Max(Math.Abs(exact), Math.ScaleB(1, -126));
        return Math.ScaleB(1, Math.ILogB(magnitude) - 23);
    }
}
