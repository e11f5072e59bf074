using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace InitGen;

/// <summary>What one example of a batch consists of: units (features, channels) at positions (none; a length; a height and a width; a depth,
/// a height and a width). A unit's positions stand together, as PyTorch has them. An extent of 0 is not known.</summary>
public readonly struct Shape : IEquatable<Shape>
{
    private readonly int[]? _positions;

    /// <summary>A shape.</summary>
    /// <param name="units">The number of units; 0 where it is not known.</param>
    /// <param name="positions">The number of positions along each axis, at most three of them.</param>
    /// <exception cref="ArgumentException">There are more than three axes.</exception>
    public Shape(int units, params int[] positions)
    {
        if (positions is { Length: > 3 })
        {
            throw new ArgumentException($"positions has {positions.Length} axes; it must have at most 3.", nameof(positions));
        }

        Units = units;
        _positions = positions is { Length: > 0 } ? [.. positions] : null;
    }

    /// <summary>The number of units; 0 where it is not known.</summary>
    public int Units { get; }

    /// <summary>The number of axes of positions, 0 to 3.</summary>
    public int Axes => _positions?.Length ?? 0;

    /// <summary>The number of positions along an axis, the slowest first; 0 where it is not known.</summary>
    /// <param name="axis">The axis, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such axis.</exception>
    public int this[int axis] => (_positions ?? [])[axis];

    /// <summary>The number of positions of a unit; 1 without axes, 0 where it is not known.</summary>
    public long Positions
    {
        get
        {
            // Passes ask, and allocate nothing.
            long positions = 1;
            foreach (int extent in _positions ?? [])
            {
                positions *= extent;
            }

            return positions;
        }
    }

    /// <summary>The number of values of an example; 0 where it is not known.</summary>
    public long Size => Units * Positions;

    /// <summary>All its values as units, in their order; unknown where they are more than an int counts.</summary>
    public Shape Flattened => new(Size is >= 0 and <= int.MaxValue ? (int)Size : 0);

    /// <summary>Whether two shapes have the same extents.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether two shapes differ in an extent.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <summary>The same positions of another number of units.</summary>
    /// <param name="units">The number of units.</param>
    public Shape WithUnits(int units) => new(units, _positions ?? []);

    /// <summary>What kernels that move along the axes leave; unknown along axes that there are not.</summary>
    /// <param name="windows">How they move, axis by axis.</param>
    internal Shape Through(IReadOnlyList<Window> windows)
    {
        int[] positions = new int[windows.Count];
        for (int axis = 0; axis < positions.Length; axis++)
        {
            positions[axis] = axis < Axes ? Math.Max(windows[axis].OutputOf(this[axis]), 0) : 0;
        }

        return new Shape(Units, positions);
    }

    /// <inheritdoc/>
    public bool Equals(Shape other) => Units == other.Units && (_positions ?? []).SequenceEqual(other._positions ?? []);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_positions ?? []).Aggregate(Units, static (hash, extent) => unchecked((hash * 31) + extent));

    /// <summary>The extents, the units first: "784", "1×28×28", "64×?×?".</summary>
    public override string ToString() => string.Join("×", (_positions ?? []).Prepend(Units).Select(Text));

    private static string Text(int extent) => extent == 0 ? "?" : extent.ToString(CultureInfo.InvariantCulture);
}
