using System;
using InitGen.Initialization;
using InitGen.Lanes;

namespace InitGen;

/// <summary>
/// Weight initializers, as functions over spans. A weight is a function of seed, stream and its index alone: the bits are the same on every
/// machine, for every number of threads. They allocate nothing, once they have run; they check all arguments before they write.
/// </summary>
public static class Initializers
{
    /// <summary>All weights 0.</summary>
    /// <param name="weights">The weights; written.</param>
    public static void Zeros(Span<float> weights) => weights.Clear();

    /// <summary>All weights the same.</summary>
    /// <param name="weights">The weights; written.</param>
    /// <param name="value">The value of each.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or beyond ±1e30.</exception>
    public static void Constant(Span<float> weights, double value)
    {
        float constant = (float)Require.Moderate(value);

        // Most biases start at 0, and clearing, unlike filling, is not left to be compiled when a process starts. −0 is not 0 here.
        if (BitConverter.SingleToUInt32Bits(constant) == 0)
        {
            weights.Clear();
        }
        else
        {
            weights.Fill(constant);
        }
    }

    /// <summary>Independent weights from N(mean, stdDev²). None lies further than 6.56·stdDev from the mean.</summary>
    /// <param name="weights">The weights; written.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="stdDev">The standard deviation, 0 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The random stream, one for each parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is NaN or beyond ±1e30, or <paramref name="stdDev"/> is NaN,
    /// negative or beyond 1e30.</exception>
    public static void Normal(Span<float> weights, double mean, double stdDev, ulong seed, ulong stream)
    {
        var sampler = new NormalSampler((float)Require.Moderate(mean), (float)Require.NonNegative(stdDev));
        WidestLanes.Invoke(new RandomFill<NormalSampler>(weights, 0, seed, stream, sampler));
    }

    /// <summary>Independent weights from a normal distribution cut at two of its standard deviations from the mean, and widened so that the
    /// weights have the standard deviation asked for, as in Keras: none lies further than 2.28·stdDev from the mean.</summary>
    /// <inheritdoc cref="Normal"/>
    public static void TruncatedNormal(Span<float> weights, double mean, double stdDev, ulong seed, ulong stream)
    {
        var sampler = new TruncatedNormalSampler(
            (float)Require.Moderate(mean), (float)(Require.NonNegative(stdDev) / TruncatedNormalWeights.StdDevAfterCut));
        WidestLanes.Invoke(new RandomFill<TruncatedNormalSampler>(weights, 0, seed, stream, sampler));
    }

    /// <summary>Independent weights from U(−limit, limit), the bounds excluded.</summary>
    /// <param name="weights">The weights; written.</param>
    /// <param name="limit">The bound, 0 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The random stream, one for each parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is NaN, negative or beyond 1e30.</exception>
    public static void Uniform(Span<float> weights, double limit, ulong seed, ulong stream)
    {
        var sampler = new UniformSampler((float)Require.NonNegative(limit));
        WidestLanes.Invoke(new RandomFill<UniformSampler>(weights, 0, seed, stream, sampler));
    }

    /// <summary>Independent weights from N(0, σ²), σ = gain·√(2/(fanIn + fanOut)) (Glorot and Bengio 2010).</summary>
    /// <param name="weights">The weights; written.</param>
    /// <param name="fanIn">The number of inputs of a unit, at least 1.</param>
    /// <param name="fanOut">The number of units that an input goes to, at least 1.</param>
    /// <param name="gain">A factor on the weights, 0 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The random stream, one for each parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fanIn"/> or <paramref name="fanOut"/> is below 1, or
    /// <paramref name="gain"/> is NaN, negative or beyond 1e30.</exception>
    public static void XavierNormal(Span<float> weights, int fanIn, int fanOut, double gain, ulong seed, ulong stream) =>
        Normal(weights, 0, Scale(XavierInitializer.Normal, fanIn, fanOut, gain), seed, stream);

    /// <summary>Independent weights from U(−l, l), l = gain·√(6/(fanIn + fanOut)) (Glorot and Bengio 2010).</summary>
    /// <inheritdoc cref="XavierNormal"/>
    public static void XavierUniform(Span<float> weights, int fanIn, int fanOut, double gain, ulong seed, ulong stream) =>
        Uniform(weights, Scale(XavierInitializer.Uniform, fanIn, fanOut, gain), seed, stream);

    /// <summary>Independent weights from N(0, σ²), σ = gain·√(2/fanIn) (He et al. 2015).</summary>
    /// <inheritdoc cref="XavierNormal"/>
    public static void HeNormal(Span<float> weights, int fanIn, int fanOut, double gain, ulong seed, ulong stream) =>
        Normal(weights, 0, Scale(HeInitializer.Normal, fanIn, fanOut, gain), seed, stream);

    /// <summary>Independent weights from U(−l, l), l = gain·√(6/fanIn) (He et al. 2015).</summary>
    /// <inheritdoc cref="XavierNormal"/>
    public static void HeUniform(Span<float> weights, int fanIn, int fanOut, double gain, ulong seed, ulong stream) =>
        Uniform(weights, Scale(HeInitializer.Uniform, fanIn, fanOut, gain), seed, stream);

    /// <summary>Independent weights from N(0, σ²), σ = gain·√(1/fanIn) (LeCun et al. 1998).</summary>
    /// <inheritdoc cref="XavierNormal"/>
    public static void LeCunNormal(Span<float> weights, int fanIn, int fanOut, double gain, ulong seed, ulong stream) =>
        Normal(weights, 0, Scale(LeCunInitializer.Normal, fanIn, fanOut, gain), seed, stream);

    /// <summary>Independent weights from U(−l, l), l = gain·√(3/fanIn) (LeCun et al. 1998).</summary>
    /// <inheritdoc cref="XavierNormal"/>
    public static void LeCunUniform(Span<float> weights, int fanIn, int fanOut, double gain, ulong seed, ulong stream) =>
        Uniform(weights, Scale(LeCunInitializer.Uniform, fanIn, fanOut, gain), seed, stream);

    /// <summary>A random matrix with rows (or columns, where these are shorter) orthogonal to each other and of length gain, all such
    /// matrices equally likely (Saxe et al. 2014). It works in memory that the thread keeps: 96 values for each row or column of the longer
    /// side.</summary>
    /// <param name="weights">The weights, [rows x columns] row-major; written.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="columns">The number of columns, at least 1.</param>
    /// <param name="gain">A factor on the weights, 0 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The random stream, one for each parameter.</param>
    /// <exception cref="ArgumentException"><paramref name="weights"/> does not hold rows · columns values.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="columns"/> is below 1, or
    /// <paramref name="gain"/> is NaN, negative or beyond 1e30.</exception>
    public static void Orthogonal(Span<float> weights, int rows, int columns, double gain, ulong seed, ulong stream)
    {
        Require.Shape(weights, rows, columns);
        WidestLanes.Invoke(new OrthogonalFill(weights, rows, columns, (float)Require.NonNegative(gain), seed, stream));
    }

    /// <summary>Kernels of a convolution that are 0 but in the middle, where for each group stands a random matrix with columns orthogonal to
    /// each other and of length gain, all such matrices equally likely (Xiao et al. 2018, algorithm 2).</summary>
    /// <param name="weights">The weights, [units x inputs x taps] row-major; written.</param>
    /// <param name="units">The channels that come out, at least 1.</param>
    /// <param name="inputs">The channels that one of them sums over: those that come in, or in a group of them; at least 1, and at most the
    /// units of a group.</param>
    /// <param name="taps">The taps of a kernel over all its axes, at least 1: 9 for 3×3.</param>
    /// <param name="middle">The number of the tap in the middle, from 0: 4 for 3×3.</param>
    /// <param name="groups">The number of groups, which divides the units.</param>
    /// <param name="gain">A factor on the weights, 0 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The random stream, one for each parameter.</param>
    /// <exception cref="ArgumentException"><paramref name="weights"/> does not hold units · inputs · taps values, or a group has fewer units
    /// than inputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, <paramref name="middle"/> is no tap, <paramref name="groups"/>
    /// does not divide <paramref name="units"/>, or <paramref name="gain"/> is NaN, negative or beyond 1e30.</exception>
    public static void DeltaOrthogonal(
        Span<float> weights, int units, int inputs, int taps, int middle, int groups, double gain, ulong seed, ulong stream)
    {
        Require.Kernels(weights, units, inputs, taps, middle, groups);
        int unitsOfGroup = units / groups;
        if (unitsOfGroup < inputs)
        {
            throw new ArgumentException($"A group has {unitsOfGroup} units, but needs at least as many as its {inputs} inputs.", nameof(units));
        }

        var scale = (float)Require.NonNegative(gain);
        int matrix = unitsOfGroup * inputs;
        for (int group = 0; group < groups; group++)
        {
            Span<float> kernels = weights.Slice(group * matrix * taps, matrix * taps);
            WidestLanes.Invoke(new OrthogonalFill(kernels[..matrix], unitsOfGroup, inputs, scale, seed, stream, group * inputs));
            SpreadFromStart(kernels, taps, middle);
        }
    }

    /// <summary>Kernels of a convolution that are 0 but for the one from input i to unit i of each group, which has 1 in the middle, as far as
    /// there are both: <c>dirac_</c> of PyTorch.</summary>
    /// <param name="weights">The weights, [units x inputs x taps] row-major; written.</param>
    /// <param name="units">The channels that come out, at least 1.</param>
    /// <param name="inputs">The channels that one of them sums over, those that come in, or in a group of them; at least 1.</param>
    /// <param name="taps">The taps of a kernel over all its axes, at least 1: 9 for 3×3.</param>
    /// <param name="middle">The number of the tap in the middle, from 0: 4 for 3×3.</param>
    /// <param name="groups">The number of groups, which divides the units.</param>
    /// <exception cref="ArgumentException"><paramref name="weights"/> does not hold units · inputs · taps values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, <paramref name="middle"/> is no tap, or <paramref name="groups"/>
    /// does not divide <paramref name="units"/>.</exception>
    public static void Dirac(Span<float> weights, int units, int inputs, int taps, int middle, int groups)
    {
        Require.Kernels(weights, units, inputs, taps, middle, groups);
        weights.Clear();
        int unitsOfGroup = units / groups;
        for (int unit = 0; unit < units; unit++)
        {
            int input = unit % unitsOfGroup;
            if (input < inputs)
            {
                weights[(((unit * inputs) + input) * taps) + middle] = 1;
            }
        }
    }

    /// <summary>weights[i, i] = gain, the others 0.</summary>
    /// <param name="weights">The weights, [rows x columns] row-major; written.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="columns">The number of columns, at least 1.</param>
    /// <param name="gain">The weights on the diagonal, 0 or more.</param>
    /// <exception cref="ArgumentException"><paramref name="weights"/> does not hold rows · columns values.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="columns"/> is below 1, or
    /// <paramref name="gain"/> is NaN, negative or beyond 1e30.</exception>
    public static void Identity(Span<float> weights, int rows, int columns, double gain)
    {
        Require.Shape(weights, rows, columns);
        var diagonal = (float)Require.NonNegative(gain);
        weights.Clear();
        for (int i = 0; i < Math.Min(rows, columns); i++)
        {
            weights[(i * columns) + i] = diagonal;
        }
    }

    /// <summary>In each row, as many weights as asked for (or all, where there are fewer) from N(0, stdDev²), at places of which all
    /// choices are equally likely; the others 0 (Martens 2010).</summary>
    /// <param name="weights">The weights, [rows x columns] row-major; written.</param>
    /// <param name="rows">The number of rows: the units, at least 1.</param>
    /// <param name="columns">The number of columns: the inputs of a unit, at least 1.</param>
    /// <param name="nonZeros">How many weights of a row are drawn, at least 1.</param>
    /// <param name="stdDev">The standard deviation of the weights that are drawn, 0 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The random stream, one for each parameter.</param>
    /// <exception cref="ArgumentException"><paramref name="weights"/> does not hold rows · columns values.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/>, <paramref name="columns"/> or <paramref name="nonZeros"/> is
    /// below 1, or <paramref name="stdDev"/> is NaN, negative or beyond 1e30.</exception>
    public static void Sparse(Span<float> weights, int rows, int columns, int nonZeros, double stdDev, ulong seed, ulong stream)
    {
        Require.Shape(weights, rows, columns);
        Require.Positive(nonZeros);
        WidestLanes.Invoke(new SparseFill(weights, rows, columns, nonZeros, (float)Require.NonNegative(stdDev), seed, stream));
    }

    /// <summary>The weights that an initializer of the user's own writes.</summary>
    /// <typeparam name="TInitializer">The initializer.</typeparam>
    /// <param name="weights">The weights, [rows x columns] row-major; written.</param>
    /// <param name="rows">The number of rows: the units, at least 1.</param>
    /// <param name="columns">The number of columns: the inputs of a unit, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The random stream, one for each parameter, that the initializer draws from.</param>
    /// <exception cref="ArgumentException"><paramref name="weights"/> does not hold rows · columns values.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="columns"/> is below 1.</exception>
    public static void Custom<TInitializer>(Span<float> weights, int rows, int columns, ulong seed, ulong stream)
        where TInitializer : IWeightInitializer
    {
        Require.Shape(weights, rows, columns);
        var random = new PhiloxStream(seed, stream);
        TInitializer.Initialize(weights, new WeightShape(rows, columns), ref random);
    }

    private static double Scale(VarianceScalingInitializer family, int fanIn, int fanOut, double gain)
    {
        Require.Positive(fanIn);
        Require.Positive(fanOut);
        return family.Scale(Require.NonNegative(gain), fanIn, fanOut);
    }

    /// <summary>Makes the numbers at the start of kernels the middle of one each, and the rest 0.</summary>
    private static void SpreadFromStart(Span<float> kernels, int taps, int middle)
    {
        // From the end on, so that none is overwritten before it has been read.
        for (int i = (kernels.Length / taps) - 1; i >= 0; i--)
        {
            float number = kernels[i];
            Span<float> kernel = kernels.Slice(i * taps, taps);
            kernel.Clear();
            kernel[middle] = number;
        }
    }
}
