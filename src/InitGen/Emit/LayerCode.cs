using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;

namespace InitGen.Emit;

/// <summary>The statements that a layer comes down to: calls of the runtime with all constants spelled out. The index, a number or a loop's
/// variable, is the layer's among the network's.</summary>
internal static class LayerCode
{
    private const string Initializers = "global::InitGen.Initializers";

    /// <summary>Initializes the parameters of a layer, and its state.</summary>
    public static IEnumerable<string> Initialize(ResolvedLayer layer, string index) =>
    [
        .. layer.Parameters.Select(static parameter => parameter.Role).Distinct().SelectMany(role =>
            Initialize(layer, index, role, role == ParameterRole.State ? "State" : "parameters")),
    ];

    /// <summary>Initializes what has a role in a layer.</summary>
    public static IEnumerable<string> Initialize(ResolvedLayer layer, string index, ParameterRole role, string memory)
    {
        for (int number = 0; number < layer.Parameters.Count; number++)
        {
            if (layer.Parameters[number].Role == role)
            {
                yield return Initialize(layer.Parameters[number], $"{LayerTableEmitter.Entry(index)}.Parameters[{Literal.Of(number)}]", memory);
            }
        }
    }

    /// <summary>Whether the parameters of two layers are initialized by the same statements.</summary>
    public static bool InitializesAlike(ResolvedLayer one, ResolvedLayer other) =>
        one.Parameters.Count == other.Parameters.Count
        && one.Parameters.Zip(other.Parameters, static (mine, its) =>
            mine.Distribution == its.Distribution && (!NeedsShape(mine.Distribution) || mine.Shape.Equals(its.Shape))).All(static isAlike => isAlike);

    /// <summary>Takes a forward pass through a layer.</summary>
    public static string Forward(LayerForm form, ResolvedLayer layer, string index) =>
        $"global::{form.KernelName}.Forward(ref pass, {index}, {form.ForwardConstants(layer)}{Operator(layer)});";

    /// <summary>Takes a backward pass through a layer.</summary>
    public static string Backward(LayerForm form, ResolvedLayer layer, string index) =>
        $"global::{form.KernelName}.Backward(ref pass, {index}, {form.Constants(layer)}{Operator(layer)});";

    /// <summary>Whether passes take two layers of one form by the same statements.</summary>
    public static bool PassesAlike(LayerForm form, ResolvedLayer one, ResolvedLayer other) =>
        one.Activation == other.Activation && form.ForwardConstants(one) == form.ForwardConstants(other);

    private static string Initialize(Parameter parameter, string entry, string memory)
    {
        string values = $"{entry}.Of({memory})";
        string random = $"seed, {entry}.Stream";
        string shape = $"{Literal.Of(parameter.Context.Rows)}, {Literal.Of(parameter.Context.Columns)}";
        WeightDistribution distribution = parameter.Distribution;
        return Initializers + distribution switch
        {
            ConstantWeights constant => $".Constant({values}, {Literal.Of(constant.Value)});",
            NormalWeights normal => $".Normal({values}, {Literal.Of(normal.Mean)}, {Literal.Of(normal.StdDev)}, {random});",
            TruncatedNormalWeights truncated => $".TruncatedNormal({values}, 0, {Literal.Of(truncated.StdDev)}, {random});",
            UniformWeights uniform => $".Uniform({values}, {Literal.Of(uniform.Limit)}, {random});",
            OrthogonalWeights orthogonal => $".Orthogonal({values}, {shape}, {Literal.Of(orthogonal.Gain)}, {random});",
            DeltaOrthogonalWeights delta =>
                $".DeltaOrthogonal({values}, {Kernel(parameter.Context, delta.Kernel)}, {Literal.Of(delta.Gain)}, {random});",
            DiracWeights dirac => $".Dirac({values}, {Kernel(parameter.Context, dirac.Kernel)});",
            IdentityWeights => $".Identity({values}, {shape}, 1);",
            SparseWeights sparse => $".Sparse({values}, {shape}, {Literal.Of(sparse.NonZeros)}, {Literal.Of(sparse.StdDev)}, {random});",
            CustomWeights custom => $".Custom<{custom.TypeName}>({values}, {shape}, {random});",
            _ => throw new NotSupportedException($"{distribution.GetType().Name} has no code."),
        };
    }

    private static string Kernel(WeightContext weights, KernelShape kernel) =>
        $"{Literal.Of(weights.Rows)}, {Literal.Of(weights.Columns / kernel.Taps)}, {Literal.Of(kernel.Taps)}, {Literal.Of(kernel.Middle)}, {Literal.Of(kernel.Groups)}";

    private static bool NeedsShape(WeightDistribution weights) =>
        weights is OrthogonalWeights or DeltaOrthogonalWeights or DiracWeights or IdentityWeights or SparseWeights or CustomWeights;

    private static string Operator(ResolvedLayer layer) => layer.Activation.Kind == Activation.LeakyRelu
        ? $"new global::InitGen.Kernels.LeakyRelu({Literal.Of((float)layer.Activation.Slope)})"
        : $"default(global::InitGen.Kernels.{layer.Activation.Kind})";
}
