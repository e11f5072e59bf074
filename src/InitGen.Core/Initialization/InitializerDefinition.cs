using System;
using System.Globalization;
using InitGen.Activations;

namespace InitGen.Initialization;

/// <summary>What an initializer is: the arguments it takes, and the distribution that it gives the weights of a layer.</summary>
internal abstract class InitializerDefinition
{
    private protected InitializerDefinition()
    {
    }

    /// <summary>What people call it: "Xavier uniform".</summary>
    public abstract string Name { get; }

    /// <summary>The arguments that mean something to it; any other is a mistake.</summary>
    public virtual InitializerArguments AcceptedArguments => RequiredArguments;

    /// <summary>The arguments that it cannot do without.</summary>
    public virtual InitializerArguments RequiredArguments => InitializerArguments.None;

    /// <summary>What of the shape of the weights it cannot do with: what stands behind the layer's name in a message; null where nothing.</summary>
    /// <param name="context">What is known of them; their numbers are positive.</param>
    public virtual string? Mistake(WeightContext context) => null;

    /// <summary>The same declaration with what the initializer leaves open spelled out, so that declarations that mean the same are
    /// equal.</summary>
    /// <param name="spec">The weights as declared.</param>
    /// <param name="behind">The activation that follows.</param>
    public virtual InitializerSpec SpellOut(InitializerSpec spec, ActivationSpec behind) => spec;

    /// <summary>The distribution of weights.</summary>
    /// <param name="spec">The weights as declared; arguments that the initializer does not accept are ignored.</param>
    /// <param name="context">What is known of them.</param>
    public abstract WeightDistribution Resolve(InitializerSpec spec, WeightContext context);

    /// <summary>How the distribution of the weights follows from the declaration, for people to read: "N(0, σ²), σ = √(2/784)".</summary>
    /// <param name="spec">The weights as declared.</param>
    /// <param name="context">What is known of them.</param>
    public abstract string Formula(InitializerSpec spec, WeightContext context);

    /// <summary>The definition of an initializer.</summary>
    /// <param name="init">The initializer.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="init"/> is not a member of <see cref="Init"/>.</exception>
    public static InitializerDefinition Of(Init init) => init switch
    {
        Init.Auto => AutoInitializer.Instance,
        Init.Zeros => ConstantInitializer.Zeros,
        Init.Ones => ConstantInitializer.Ones,
        Init.Constant => ConstantInitializer.AnyValue,
        Init.Normal => NormalInitializer.Untruncated,
        Init.TruncatedNormal => NormalInitializer.AlwaysTruncated,
        Init.Uniform => UniformInitializer.Instance,
        Init.XavierNormal => XavierInitializer.Normal,
        Init.XavierUniform => XavierInitializer.Uniform,
        Init.HeNormal => HeInitializer.Normal,
        Init.HeUniform => HeInitializer.Uniform,
        Init.LeCunNormal => LeCunInitializer.Normal,
        Init.LeCunUniform => LeCunInitializer.Uniform,
        Init.Orthogonal => OrthogonalInitializer.Instance,
        Init.Identity => IdentityInitializer.Instance,
        Init.Sparse => SparseInitializer.Instance,
        Init.Custom => CustomInitializer.Instance,
        Init.Torch => TorchInitializer.Instance,
        Init.Critical => CriticalInitializer.Instance,
        Init.DeltaOrthogonal => DeltaOrthogonalInitializer.Instance,
        Init.Dirac => DiracInitializer.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(init), init, "There is no such initializer."),
    };

    /// <summary>A number to the digits that formulas show: the last bits of a logarithm or an exponential differ from system to system,
    /// weights must not.</summary>
    private protected static double Rounded(double number) => double.Parse(Text(number), CultureInfo.InvariantCulture);

    /// <summary>A number as formulas show it.</summary>
    private protected static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Text(double)"/>
    private protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A fan, with all its digits where it is a whole number.</summary>
    private protected static string FanText(double fan) => fan == Math.Floor(fan) ? fan.ToString("F0", CultureInfo.InvariantCulture) : Text(fan);
}
