namespace InitGen.Emit;

/// <summary>Writes the generated half of each layer's property.</summary>
internal static class LayerPropertyEmitter
{
    public static void Emit(CodeWriter code, NetworkPlan network, DeclaredLayer[] layers)
    {
        foreach (DeclaredLayer layer in layers)
        {
            string view = layer.Spec.IsStack ? $"Layers.Slice({Literal.Of(layer.First)}, {Literal.Of(layer.Spec.Repeat)})" : $"LayerTable[{Literal.Of(layer.First)}]";
            code.Documentation(LayerDocumentation.Of(layer, network))
                .Line($"{layer.Property.Modifiers} {DenseCode.PropertyType(layer.Spec.IsStack)} {layer.Property.Name} => new({view}, Parameters);")
                .Line();
        }
    }
}
