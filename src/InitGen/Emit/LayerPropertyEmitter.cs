namespace InitGen.Emit;

/// <summary>Writes the generated half of each layer's property.</summary>
internal static class LayerPropertyEmitter
{
    public static void Emit(CodeWriter code, NetworkPlan network, DeclaredLayer[] layers)
    {
        foreach (DeclaredLayer layer in layers)
        {
            string first = Literal.Of(layer.First);
            string view = layer.Spec.IsStack ? $"Layers.Slice({first}, {Literal.Of(layer.Spec.Repeat)})" : LayerTableEmitter.Entry(first);
            code.Documentation(LayerDocumentation.Of(layer, network))
                .Line($"{layer.Property.Modifiers} global::{(layer.Spec.IsStack ? layer.Form.StackTypeName : layer.Form.LayerTypeName)} {layer.Property.Name} => new({view}, Parameters);")
                .Line();
        }
    }
}
