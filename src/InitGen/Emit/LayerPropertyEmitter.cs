using InitGen.Reading;

namespace InitGen.Emit;

/// <summary>Writes the generated half of each layer's property.</summary>
internal static class LayerPropertyEmitter
{
    public static void Emit(CodeWriter code, NetworkPlan network)
    {
        foreach (DeclaredMember member in DeclaredMember.Of(network))
        {
            code.Documentation(LayerDocumentation.Of(member, network))
                .Line($"{member.Property.Modifiers} {member.Property.Type} {member.Property.Name} => {View(member)};")
                .Line();
        }
    }

    private static string View(DeclaredMember member)
    {
        string first = Literal.Of(member.First);
        string count = Literal.Of(member.Layers.Count);
        string block = $"new global::InitGen.BlockLayers({Literal.Of(member.Property.Name.TrimStart('@'))}, "
            + $"new global::System.ReadOnlyMemory<global::InitGen.LayerInfo>(LayerTable.Entries, {first}, {count}), _parameterMemory)";
        return member.Property.View switch
        {
            LayerView.Layer => $"new({LayerTableEmitter.Entry(first)}, Parameters)",
            LayerView.Stack => $"new(Layers.Slice({first}, {count}), Parameters)",
            LayerView.Block => $"{block}.As<{member.Property.Type}>()",
            _ => $"new({block})",
        };
    }
}
