using InitGen.Reading;

namespace InitGen.Emit;

/// <summary>Writes the generated half of a block: views of its layers in the network that uses it.</summary>
internal static class BlockEmitter
{
    /// <summary>The generated file.</summary>
    /// <param name="block">The block.</param>
    public static SourceFile Emit(BlockModel block)
    {
        string contract = $"global::InitGen.IBlock<{block.Place.FullName}>";
        string documentation = block.IsDocumented ? "" : "<summary>A block of layers.</summary>";
        return SourceFile.Of(block.Place.HintName, block.Place, WriteMembers, $" : {contract}", documentation);

        void WriteMembers(CodeWriter code)
        {
            code.Lines($"""
                private readonly global::InitGen.BlockLayers _layers;

                private {block.Place.Name}(global::InitGen.BlockLayers layers) => _layers = layers;

                static {block.Place.FullName} {contract}.Create(global::InitGen.BlockLayers layers) => new(layers);
                """);
            foreach (LayerProperty property in block.Properties)
            {
                code.Line()
                    .Documentation(property.Documentation.Length > 0 ? property.Documentation : Summary(property))
                    .Line($"{property.Modifiers} {property.Type} {property.Name} => {View(property)};");
            }
        }
    }

    private static string Summary(LayerProperty property) => property.View switch
    {
        LayerView.Layer => "<summary>A layer of the block; what is predicted of it, the network that uses the block tells.</summary>",
        LayerView.Stack => "<summary>Layers of the block; what is predicted of them, the network that uses the block tells.</summary>",
        _ => "<summary>A block in the block.</summary>",
    };

    private static string View(LayerProperty property)
    {
        string name = Literal.Of(property.Name.TrimStart('@'));
        return property.View switch
        {
            LayerView.Layer => $"new(_layers[{name}], _layers.Parameters)",
            LayerView.Stack => $"new(_layers.Stack({name}), _layers.Parameters)",
            LayerView.Block => $"_layers.Inner({name}).As<{property.Type}>()",
            _ => $"new(_layers.Inner({name}))",
        };
    }
}
