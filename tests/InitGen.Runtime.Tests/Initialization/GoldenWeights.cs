using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace InitGen.Runtime.Tests.Initialization;

/// <summary>A line of golden-weights.txt: "call | shape | first weights | SHA-256". The file says what each part means.</summary>
/// <param name="Call">The initializer and its arguments.</param>
/// <param name="Shape">How many weights there are.</param>
/// <param name="FirstBits">The bits of the first ones.</param>
/// <param name="Hash">The SHA-256 of all of them.</param>
internal sealed record GoldenWeights(string Call, string Shape, string FirstBits, string Hash)
{
    private const int FirstCount = 4;
    private const ulong Seed = 0x0123456789ABCDEF;
    private const ulong Stream = 0xFEDCBA9876543210;

    public static IEnumerable<GoldenWeights> ReadAll() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden-weights.txt"))
        where line.Length > 0 && line[0] != '#'
        select line.Split('|', StringSplitOptions.TrimEntries) into parts
        select new GoldenWeights(parts[0], parts[1], parts[2], parts[3]);

    /// <summary>The same line for the weights that are written now.</summary>
    public GoldenWeights Drawn()
    {
        float[] weights = Draw();
        IEnumerable<string> bits = weights.Take(FirstCount).Select(BitConverter.SingleToUInt32Bits).Select(Hexadecimal);
        return this with
        {
            FirstBits = string.Join(' ', bits),
            Hash = Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(weights.AsSpan()))),
        };
    }

    public override string ToString() => $"{Call} | {Shape} | {FirstBits} | {Hash}";

    private static string Hexadecimal(uint bits) => bits.ToString("X8", CultureInfo.InvariantCulture);

    private float[] Draw()
    {
        string[] words = Shape.Split(' ');
        if (words is ["from", { } start, "to", { } end])
        {
            return Slice(ulong.Parse(start, Invariant), ulong.Parse(end, Invariant));
        }

        int[] sides = [.. Shape.Split(" x ").Select(side => int.Parse(side, Invariant))];
        var weights = new float[sides[0] * sides[1]];
        Initialize(weights, sides[0], sides[1]);
        return weights;
    }

    private void Initialize(Span<float> weights, int rows, int columns)
    {
        (string name, double[] values) = Parse();
        switch (name)
        {
            case nameof(Initializers.Zeros):
                weights.Fill(1);
                Initializers.Zeros(weights);
                break;
            case nameof(Initializers.Constant):
                Initializers.Constant(weights, values[0]);
                break;
            case nameof(Initializers.Normal):
                Initializers.Normal(weights, values[0], values[1], Seed, Stream);
                break;
            case nameof(Initializers.TruncatedNormal):
                Initializers.TruncatedNormal(weights, values[0], values[1], Seed, Stream);
                break;
            case nameof(Initializers.Uniform):
                Initializers.Uniform(weights, values[0], Seed, Stream);
                break;
            case nameof(Initializers.XavierNormal):
                Initializers.XavierNormal(weights, columns, rows, values[0], Seed, Stream);
                break;
            case nameof(Initializers.XavierUniform):
                Initializers.XavierUniform(weights, columns, rows, values[0], Seed, Stream);
                break;
            case nameof(Initializers.HeNormal):
                Initializers.HeNormal(weights, columns, rows, values[0], Seed, Stream);
                break;
            case nameof(Initializers.HeUniform):
                Initializers.HeUniform(weights, columns, rows, values[0], Seed, Stream);
                break;
            case nameof(Initializers.LeCunNormal):
                Initializers.LeCunNormal(weights, columns, rows, values[0], Seed, Stream);
                break;
            case nameof(Initializers.LeCunUniform):
                Initializers.LeCunUniform(weights, columns, rows, values[0], Seed, Stream);
                break;
            case nameof(Initializers.Orthogonal):
                Initializers.Orthogonal(weights, rows, columns, values[0], Seed, Stream);
                break;
            case nameof(Initializers.DeltaOrthogonal):
                Initializers.DeltaOrthogonal(
                    weights, rows, columns / (int)values[0], (int)values[0], (int)values[1], (int)values[2], values[3], Seed, Stream);
                break;
            case nameof(Initializers.Dirac):
                Initializers.Dirac(weights, rows, columns / (int)values[0], (int)values[0], (int)values[1], (int)values[2]);
                break;
            case nameof(Initializers.Identity):
                Initializers.Identity(weights, rows, columns, values[0]);
                break;
            case nameof(Initializers.Sparse):
                Initializers.Sparse(weights, rows, columns, (int)values[0], values[1], Seed, Stream);
                break;
            case nameof(Initializers.Custom):
                Initializers.Custom<GaussianInitializer>(weights, rows, columns, Seed, Stream);
                break;
            default:
                throw new InvalidDataException($"golden-weights.txt has '{name}', which is no initializer.");
        }
    }

    /// <summary>A part of the weights that stands anywhere among the 2⁶⁶ of a stream.</summary>
    private float[] Slice(ulong start, ulong end)
    {
        (string name, double[] values) = Parse();
        var weights = new float[(int)(end - start)];
        var random = new PhiloxStream(Seed, Stream) { Position = start };
        if (name == nameof(Initializers.Uniform))
        {
            random.FillUniform(weights, values[0]);
        }
        else
        {
            random.FillNormal(weights, values[0], values[1]);
        }

        return weights;
    }

    /// <summary>"Normal(mean 0.25, stdDev 0.5)" as "Normal", 0.25 and 0.5.</summary>
    private (string Name, double[] Values) Parse()
    {
        string[] parts = Call.Split('(', ',', ')');
        return (parts[0], [.. parts[1..^1].Where(part => part.Length > 0).Select(part => double.Parse(part.Split(' ')[^1], Invariant))]);
    }

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;
}
