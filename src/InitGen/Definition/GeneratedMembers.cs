using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>What the generator adds to a network, by name.</summary>
internal static class GeneratedMembers
{
    private const string Seed = "ulong";
    private const string Input = "global::System.ReadOnlySpan<float>";
    private const string Output = "global::System.Span<float>";

    /// <summary>What it adds to a network with state.</summary>
    public static ImmutableArray<GeneratedMember> OfState { get; } =
    [
        new("StateCount"),
        new("_state"),
        new("State"),
        new("get_State", []),
        new("StartOfState", []),
        new("UpdateState", [Input]),
    ];

    /// <summary>What it adds to a block.</summary>
    public static ImmutableArray<GeneratedMember> OfBlock { get; } =
    [
        new("_layers"),
        new(GeneratedMember.Constructor, ["global::InitGen.BlockLayers"]),
    ];

    /// <summary>What it adds to a network that computes something else from step to step.</summary>
    public static ImmutableArray<GeneratedMember> OfSteps { get; } =
    [
        new("Step"),
        new("get_Step", []),
        new("set_Step", [Seed]),
    ];

    /// <summary>What it adds to a network that computes something else in training than in inference.</summary>
    public static ImmutableArray<GeneratedMember> OfInference { get; } = [new("Infer", [Input, Output])];

    /// <summary>What it adds to any network.</summary>
    public static ImmutableArray<GeneratedMember> All { get; } =
    [
        new("InputSize"),
        new("OutputSize"),
        new("ParameterCount"),
        new("LayerTable"),
        new("DefinitionHash"),
        new("_parameterMemory"),
        new("Layers"),
        new("get_Layers", []),
        new("LearningRates"),
        new("get_LearningRates", []),
        new("Parameters"),
        new("get_Parameters", []),
        new(GeneratedMember.Constructor, [Seed]),
        new(GeneratedMember.Constructor, ["global::System.Memory<float>"]),
        new("Initialize", [Seed]),
        new("Forward", [Input, Output]),
        new("MeasureForward", [Input, "global::System.Span<global::InitGen.LayerStatistics>"]),
        new("Backward", [Input, Input, Output]),
        new("MeasureBackward", [Input, Input, "global::System.Span<global::InitGen.GradientStatistics>"]),
    ];
}

/// <summary>A member that the generator adds to a network.</summary>
/// <param name="Name">Its name in metadata.</param>
/// <param name="Parameters">The types of a method's parameters; null for what can have no overloads.</param>
internal sealed record GeneratedMember(string Name, ImmutableArray<string>? Parameters = null)
{
    public const string Constructor = ".ctor";

    public bool IsConstructor => Name == Constructor;

    public string ParameterText => string.Join(", ", Parameters ?? []).Replace("global::System.", "");

    /// <summary>Whether the compiler would not allow both. Overloads of a method do not collide.</summary>
    public bool CollidesWith(ISymbol member)
    {
        if (member.Name != Name)
        {
            return false;
        }

        return Parameters is not { } parameters || member is not IMethodSymbol method
            || (method.Arity == 0 && method.Parameters.Select(TypeOf).SequenceEqual(parameters));
    }

    private static string TypeOf(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
