namespace InitGen.Truth;

/// <summary>Choices at random, which two numbers decide: those of a network do not depend on how many others there are.</summary>
/// <param name="seed">The seed.</param>
/// <param name="number">The number of a network of that seed.</param>
internal sealed class Chance(ulong seed, int number)
{
    private PhiloxStream _random = new(seed, (ulong)number);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int percent) => _random.NextInt32(100) < percent;

    /// <summary>One of some values, each as likely as the others; a value that stands there twice is twice as likely.</summary>
    public T Of<T>(params ReadOnlySpan<T> values) => values[_random.NextInt32(values.Length)];

    /// <summary>A number whose logarithm is uniform, of three digits, so that it stays short where it is written.</summary>
    public double LogUniform(double least, double largest)
    {
        double value = least * Math.Pow(largest / least, _random.NextDouble());
        double unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        return double.Parse($"{Math.Round(value / unit) * unit:G3}");
    }

    /// <summary>An integer whose logarithm is about uniform.</summary>
    /// <param name="least">The least.</param>
    /// <param name="largest">The largest, as likely as its neighbours.</param>
    public int LogUniform(int least, int largest) =>
        Math.Min(largest, (int)(least * Math.Pow((largest + 1) / (double)least, _random.NextDouble())));

    /// <summary>One sign or the other.</summary>
    public int Sign() => Percent(50) ? 1 : -1;
}
