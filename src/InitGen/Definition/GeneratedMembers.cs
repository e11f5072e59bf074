using System.Collections.Immutable;

namespace InitGen.Definition;

/// <summary>What the generator adds to a network, by name.</summary>
internal static class GeneratedMembers
{
    private const string Seed = "ulong";
    private const string Input = "global::System.ReadOnlySpan<float>";
    private const string Output = "global::System.Span<float>";

    public static ImmutableArray<GeneratedMember> All { get; } =
    [
        new("InputSize"),
        new("OutputSize"),
        new("ParameterCount"),
        new("LayerTable"),
        new("_parameterMemory"),
        new("Layers"),
        new("get_Layers", []),
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
