using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Mathematics;

namespace InitGen.Propagation;

/// <summary>Integrates over the pre-activations of one unit for two inputs, z = mean + common·p + own·r and z' = mean + common·p − own·r
/// with independent p, r ~ N(0, 1): what the inputs have in common, and what tells them apart.</summary>
internal static class PairQuadrature
{
    // The probability beyond is 2e-9.
    private const double LastPoint = 6;

    // Where z and z' are so close, φ(z) − φ(z') is φ' times their distance to five digits.
    private const double NegligibleDistance = 1e-5;

    // So close to a kink, φ' is what it is on that side.
    private const double NextTo = 1e-12;

    // Of a φ that spreads further than that, 16 points from 0 to six times as far do not see the bend at 0.
    private const double SmoothScale = 2;

    // A compiler and an editor ask for the same integrals again after every edit, each some tenths of a millisecond.
    private const int MostKnown = 10_000;

    private static readonly ConcurrentDictionary<(ActivationFunction, double, double, double), PairMoments> Known = new();

    /// <summary>What tells two inputs apart, of φ to five digits and of φ' to four.</summary>
    /// <param name="function">The function φ.</param>
    /// <param name="mean">The mean of z and of z', a finite number.</param>
    /// <param name="stdDev">The standard deviation of each, at least 0.</param>
    /// <param name="difference">√(Var[z] − Cov[z, z']), from 0 to <paramref name="stdDev"/>.</param>
    /// <param name="derivativeSecondMoment">E[φ'(z)²].</param>
    public static PairMoments Integrate(
        ActivationFunction function, double mean, double stdDev, double difference, double derivativeSecondMoment)
    {
        if (GaussianQuadrature.IsStraight(function, mean, stdDev))
        {
            return new(difference * Math.Sqrt(derivativeSecondMoment), 0);
        }

        if (difference <= NegligibleDistance * Math.Min(stdDev, 1))
        {
            return new(difference * Math.Sqrt(derivativeSecondMoment), Math.Sqrt(JumpsBetween(function, mean, stdDev, difference)));
        }

        (ActivationFunction, double, double, double) key = (function, mean, stdDev, difference);
        if (Known.TryGetValue(key, out PairMoments known))
        {
            return known;
        }

        PairMoments moments = IntegrateCurved(function, mean, stdDev, difference);
        if (Known.Count >= MostKnown)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(key, moments);
    }

    private static PairMoments IntegrateCurved(ActivationFunction function, double mean, double stdDev, double difference)
    {
        double finiteStdDev = Math.Min(stdDev, GaussianQuadrature.LargestStdDev);
        double finiteDifference = Math.Min(difference, finiteStdDev);
        double own = finiteDifference / Math.Sqrt(2);
        double common = Math.Sqrt(finiteStdDev - own) * Math.Sqrt(finiteStdDev + own);
        // What a corner does to the inner integral is as wide as z is apart from z'.
        double[] corners = Corners(function, finiteStdDev);
        double[] breakpoints = Breakpoints(function, finiteStdDev);
        double width = LastPoint * own;
        double[] outerPlaces =
            [.. breakpoints, .. corners, .. corners.Select(corner => corner - width), .. corners.Select(corner => corner + width)];
        double[] innerPlaces = [.. breakpoints, .. corners];
        Points outer = new();
        Points inner = new();
        double weights = 0;
        double squares = 0;
        double derivativeSquares = 0;
        foreach (double step in (double[])[common, -common])
        {
            outer.Split(outerPlaces, mean, step);
            for (int i = 0; i < outer.Count; i++)
            {
                double center = mean + (step * outer.T[i]);
                inner.Split(innerPlaces, center, own);
                for (int j = 0; j < inner.Count; j++)
                {
                    double distance = own * inner.T[j];
                    (double value, double derivative) = function.Evaluate(center + distance);
                    (double otherValue, double otherDerivative) = function.Evaluate(center - distance);
                    double rise = (value - otherValue) / finiteDifference;
                    double bend = derivative - otherDerivative;
                    double weight = outer.Weights[i] * inner.Weights[j];
                    weights += weight;
                    squares += weight * rise * rise;
                    derivativeSquares += weight * bend * bend;
                }
            }
        }

        return new(Math.Sqrt(squares / weights / 2) * difference, Math.Sqrt(derivativeSquares / weights / 2));
    }

    /// <summary>E[(φ'(z) − φ'(z'))²]/2 of close inputs: half the square of a jump of φ', by how probable it is that it is between
    /// them.</summary>
    private static double JumpsBetween(ActivationFunction function, double mean, double stdDev, double difference)
    {
        double sum = 0;
        foreach (double kink in function.Kinks)
        {
            double jump = function.Derivative(kink + NextTo) - function.Derivative(kink - NextTo);
            sum += jump * jump * NormalDistribution.Density((kink - mean) / stdDev);
        }

        // z and z' are on average 2/√π times the difference apart.
        return sum * (difference / stdDev) / Math.Sqrt(Math.PI);
    }

    /// <summary>Where φ or a derivative of it jumps, or seems to from as far as z spreads.</summary>
    private static double[] Corners(ActivationFunction function, double stdDev) =>
        function.Kinks.Count == 0 && (!function.IsAnalytic || stdDev > SmoothScale) ? [0] : [.. function.Kinks];

    /// <summary>Where a curved φ is split: between these it is smooth at the scale of their distance.</summary>
    private static double[] Breakpoints(ActivationFunction function, double stdDev) =>
        function.CurvedExtent == 0 ? [] : stdDev > SmoothScale ? [-32, -8, -2, 2, 8, 32] : [-32, -8, 8, 32];

    /// <summary>The points of a rule from 0 to <see cref="LastPoint"/>, and their weights under the normal density.</summary>
    private sealed class Points
    {
        private readonly List<double> _edges = [];

        public double[] T { get; private set; } = [];

        public double[] Weights { get; private set; } = [];

        public int Count { get; private set; }

        /// <summary>Makes the points of panels that end where z passes some places, to either side of its center.</summary>
        public void Split(double[] places, double center, double step)
        {
            _edges.Clear();
            _edges.Add(0);
            _edges.Add(LastPoint);
            foreach (double place in places)
            {
                double edge = Math.Abs((place - center) / step);
                int index = edge is > 0 and < LastPoint ? _edges.BinarySearch(edge) : 0;
                if (index < 0)
                {
                    _edges.Insert(~index, edge);
                }
            }

            Count = 2 * GaussLegendre.Points.Length * (_edges.Count - 1);
            if (T.Length < Count)
            {
                T = new double[Count];
                Weights = new double[Count];
            }

            int count = 0;
            for (int panel = 1; panel < _edges.Count; panel++)
            {
                double middle = (_edges[panel] + _edges[panel - 1]) / 2;
                double radius = (_edges[panel] - _edges[panel - 1]) / 2;
                for (int i = 0; i < GaussLegendre.Points.Length; i++)
                {
                    Add(middle - (radius * GaussLegendre.Points[i]), radius * GaussLegendre.Weights[i]);
                    Add(middle + (radius * GaussLegendre.Points[i]), radius * GaussLegendre.Weights[i]);
                }
            }

            void Add(double t, double weight)
            {
                T[count] = t;
                Weights[count] = weight * Math.Exp(-t * t / 2);
                count++;
            }
        }
    }
}

/// <summary>What tells the units of a layer apart for two inputs.</summary>
/// <param name="SignalStdDev">√(E[φ(z)²] − E[φ(z)·φ(z')]) = √(E[(φ(z) − φ(z'))²]/2).</param>
/// <param name="DerivativeStdDev">The same of φ'.</param>
internal readonly record struct PairMoments(double SignalStdDev, double DerivativeStdDev);
