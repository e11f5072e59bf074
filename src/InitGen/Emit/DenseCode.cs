using System;
using InitGen.Initialization;
using InitGen.Specification;

namespace InitGen.Emit;

/// <summary>The statements that a dense layer comes down to: calls of the runtime with all constants spelled out. The index, a number or
/// a loop's variable, is the layer's among the network's.</summary>
internal static class DenseCode
{
    private const string Initializers = "global::InitGen.Initializers";
    private const string Kernel = "global::InitGen.Kernels.DenseKernel";

    /// <summary>The type of the property that shows a layer, or a stack of them.</summary>
    public static string PropertyType(bool isStack) => isStack ? "global::InitGen.DenseStack" : "global::InitGen.DenseLayer";

    /// <summary>Initializes the weights.</summary>
    public static string Weights(ResolvedLayer layer, string index)
    {
        string shape = $"{Literal.Of(layer.Units)}, {Literal.Of(layer.Inputs)}";
        string weights = $"{Entry(index)}.Weights(parameters)";
        string random = $"seed, {Entry(index)}.WeightStream";
        return Initializers + layer.Weights switch
        {
            ConstantWeights constant => $".Constant({weights}, {Literal.Of(constant.Value)});",
            NormalWeights normal => $".Normal({weights}, 0, {Literal.Of(normal.StdDev)}, {random});",
            TruncatedNormalWeights truncated => $".TruncatedNormal({weights}, 0, {Literal.Of(truncated.StdDev)}, {random});",
            UniformWeights uniform => $".Uniform({weights}, {Literal.Of(uniform.Limit)}, {random});",
            OrthogonalWeights orthogonal => $".Orthogonal({weights}, {shape}, {Literal.Of(orthogonal.Gain)}, {random});",
            IdentityWeights => $".Identity({weights}, {shape}, 1);",
            SparseWeights sparse => $".Sparse({weights}, {shape}, {Literal.Of(sparse.NonZeros)}, {Literal.Of(sparse.StdDev)}, {random});",
            CustomWeights custom => $".Custom<{custom.TypeName}>({weights}, {shape}, {random});",
            _ => throw new NotSupportedException($"{layer.Weights.GetType().Name} has no code."),
        };
    }

    /// <summary>Initializes the biases.</summary>
    public static string Biases(ResolvedLayer layer, string index)
    {
        string biases = $"{Entry(index)}.Biases(parameters)";
        string random = $"seed, {Entry(index)}.BiasStream";
        return Initializers + layer.BiasNoise switch
        {
            null => $".Constant({biases}, {Literal.Of(layer.Bias)});",
            NormalWeights normal => $".Normal({biases}, {Literal.Of(layer.Bias)}, {Literal.Of(normal.StdDev)}, {random});",
            UniformWeights uniform when layer.Bias == 0 => $".Uniform({biases}, {Literal.Of(uniform.Limit)}, {random});",
            var noise => throw new NotSupportedException($"{noise.GetType().Name} around {layer.Bias} has no code."),
        };
    }

    /// <summary>Takes the rows of a pass through the layer.</summary>
    public static string Forward(ResolvedLayer layer, string index) => $"{Kernel}.Forward(ref pass, {index}, {Operator(layer)});";

    /// <summary>Takes the gradients of a pass through the layer.</summary>
    public static string Backward(ResolvedLayer layer, string index) => $"{Kernel}.Backward(ref pass, {index}, {Operator(layer)});";

    /// <summary>Whether the parameters of two layers are initialized by the same statements.</summary>
    public static bool InitializesAlike(ResolvedLayer one, ResolvedLayer other) =>
        one.Weights == other.Weights
        && (!NeedsShape(one.Weights) || (one.Units == other.Units && one.Inputs == other.Inputs))
        && one.UseBias == other.UseBias
        && one.Bias.Equals(other.Bias)
        && one.BiasNoise == other.BiasNoise;

    /// <summary>Whether passes take two layers by the same statements.</summary>
    public static bool PassesAlike(ResolvedLayer one, ResolvedLayer other) =>
        one.Activation == other.Activation;

    private static bool NeedsShape(WeightDistribution weights) => weights is OrthogonalWeights or IdentityWeights or SparseWeights or CustomWeights;

    private static string Entry(string index) => LayerTableEmitter.Entry(index);

    private static string Operator(ResolvedLayer layer) => layer.Activation.Kind == Activation.LeakyRelu
        ? $"new global::InitGen.Kernels.LeakyRelu({Literal.Of((float)layer.Activation.Slope)})"
        : $"default(global::InitGen.Kernels.{layer.Activation.Kind})";
}
