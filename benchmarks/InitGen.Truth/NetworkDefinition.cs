namespace InitGen.Truth;

/// <summary>A network as it is written.</summary>
/// <param name="Number">Its number among those of a seed.</param>
/// <param name="InputSize">The number of inputs.</param>
/// <param name="Layers">Its layers; the last is the output.</param>
internal sealed record NetworkDefinition(int Number, int InputSize, IReadOnlyList<LayerDefinition> Layers)
{
    /// <summary>The name of its class.</summary>
    public string Name => $"Network{Number}";

    /// <summary>The network as a class.</summary>
    public string Code()
    {
        string layers = string.Concat(Layers.Select((layer, index) => $"    {layer.Code(NameOf(index))}\n"));
        return $"[Network({InputSize})]\npublic sealed partial class {Name}\n{{\n{layers}}}\n";
    }

    /// <summary>The layers in short.</summary>
    public override string ToString() => string.Join(" | ", Layers);

    private string NameOf(int index) => index == Layers.Count - 1 ? "Output" : $"Hidden{index + 1}";
}
