using System.Collections.Generic;

namespace InitGen.Specification;

/// <summary>From declared layers to resolved ones.</summary>
public static class LayerResolution
{
    /// <summary>The layers of a network, one by one, from the input to the output.</summary>
    /// <param name="network">A network without mistakes: sizes positive, parameters within an int.</param>
    public static IReadOnlyList<ResolvedLayer> Resolve(NetworkSpec network) => throw new System.NotSupportedException(network.ToString());
}
