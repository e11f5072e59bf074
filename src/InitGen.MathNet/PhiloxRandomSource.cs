using MathNet.Numerics.Random;

namespace InitGen;

/// <summary>A <see cref="PhiloxStream"/> as the source of random numbers that distributions of MathNet.Numerics (and anything that takes a
/// <see cref="System.Random"/>) draw from: <c>new Laplace(0, 0.1, new PhiloxRandomSource(random)).Sample()</c>. Not for several threads at
/// once.</summary>
/// <param name="stream">The stream, continued from where it stands; the caller's own copy does not move on.</param>
public sealed class PhiloxRandomSource(PhiloxStream stream) : RandomSource(threadSafe: false)
{
    private PhiloxStream _stream = stream;

    /// <summary>A source at the beginning of a stream.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The number of the stream.</param>
    public PhiloxRandomSource(ulong seed, ulong stream)
        : this(new PhiloxStream(seed, stream))
    {
    }

    /// <summary>The stream, where it stands now.</summary>
    public PhiloxStream Stream => _stream;

    /// <summary>A multiple of 2⁻⁵³ in [0, 1): two words of the stream.</summary>
    protected override double DoSample() => _stream.NextDouble();
}
