using System.Linq;
using System.Numerics;
using InitGen.Initialization;

namespace InitGen.Layers;

/// <summary>One tensor of a layer: what it is, and how it is drawn.</summary>
internal sealed record Parameter
{
    /// <summary>Its name in the layer: "Weights". Its random stream is the hash of the layer's name and this one.</summary>
    public required string Name { get; init; }

    /// <summary>What it does in the layer.</summary>
    public required ParameterRole Role { get; init; }

    /// <summary>Its extents, as PyTorch has them: [units, inputs].</summary>
    public required EquatableArray<int> Shape { get; init; }

    /// <summary>Whether the first extent is that of what comes in and the second that of the units, as PyTorch has the weights of transposed
    /// convolutions.</summary>
    public bool HasInputsFirst { get; init; }

    /// <summary>How its values are drawn; with nothing left open, where the layer is resolved.</summary>
    public required InitializerSpec Initializer { get; init; }

    /// <summary>What the initializer is told.</summary>
    public WeightContext Context { get; init; }

    /// <summary>Its name in files behind the layer's, PyTorch's: "weight", "running_mean".</summary>
    public string FileName { get; init; } = "";

    /// <summary>Where it starts among the network's parameters; of state, among the network's state.</summary>
    public int Offset { get; init; }

    /// <summary>The number of its values, in any size that can be declared.</summary>
    public BigInteger Count => Shape.Aggregate(BigInteger.One, static (count, extent) => count * extent);

    /// <summary>The distribution of its values.</summary>
    public WeightDistribution Distribution => InitializerDefinition.Of(Initializer.Init).Resolve(Initializer, Context);

    /// <summary>How that follows from the declaration, for people to read: "N(0, σ²), σ = √(2/784)".</summary>
    public string Formula => InitializerDefinition.Of(Initializer.Init).Formula(Initializer, Context);

    /// <summary>The mean of one value.</summary>
    public double Mean => Distribution is ConstantWeights constant ? constant.Value : Distribution.Mean;

    /// <summary>The exact variance of one value; NaN where nothing is known (custom initializers that do not tell it).</summary>
    public double Variance => Distribution.Variance(Context.Columns, Context.Rows);
}
