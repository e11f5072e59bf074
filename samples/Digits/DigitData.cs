using System.Globalization;
using System.IO.Compression;

namespace InitGen.Samples.Digits;

/// <summary>Images of handwritten digits with their labels.</summary>
/// <param name="Pixels">[images x 64], row-major.</param>
/// <param name="Labels">The digit of each image.</param>
public sealed record DigitData(float[] Pixels, int[] Labels)
{
    /// <summary>The number of pixels of an image, 8 x 8.</summary>
    public const int PixelCount = 64;

    /// <summary>The number of digits.</summary>
    public const int ClassCount = 10;

    private const int TrainingCount = 1_500;
    private const int ShuffleSeed = 7;

    /// <summary>The number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>The pixels of images that follow each other.</summary>
    /// <param name="start">The first image.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<float> Images(int start, int count) => Pixels.AsSpan(start * PixelCount, count * PixelCount);

    /// <summary>The 1,797 images that come with the sample, pixels scaled to mean 0 and variance 1, shuffled with a fixed seed: 1,500 to
    /// train with and 297 to test.</summary>
    public static (DigitData Training, DigitData Test) Load()
    {
        float[][] rows = [.. ReadRows()];
        new Random(ShuffleSeed).Shuffle(rows);

        IEnumerable<float> pixels = rows.SelectMany(row => row[..PixelCount]);
        double mean = pixels.Average(pixel => (double)pixel);
        double stdDev = Math.Sqrt(pixels.Average(pixel => (pixel - mean) * (pixel - mean)));
        foreach (float[] row in rows)
        {
            for (int i = 0; i < PixelCount; i++)
            {
                row[i] = (float)((row[i] - mean) / stdDev);
            }
        }

        return (Of(rows[..TrainingCount]), Of(rows[TrainingCount..]));
    }

    private static DigitData Of(float[][] rows) =>
        new([.. rows.SelectMany(row => row[..PixelCount])], [.. rows.Select(row => (int)row[PixelCount])]);

    private static IEnumerable<float[]> ReadRows()
    {
        using Stream compressed = typeof(DigitData).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using StreamReader reader = new(new GZipStream(compressed, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return [.. line.Split(',').Select(value => float.Parse(value, CultureInfo.InvariantCulture))];
        }
    }
}
