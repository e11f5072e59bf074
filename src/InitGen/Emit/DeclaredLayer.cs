using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using InitGen.Specification;

namespace InitGen.Emit;

/// <summary>A declared layer, single or a stack, with the layers that it stands for.</summary>
/// <param name="Spec">The layer as declared.</param>
/// <param name="Property">Its property.</param>
/// <param name="First">The index of its first layer among the network's.</param>
/// <param name="Layers">Its layers.</param>
internal sealed record DeclaredLayer(LayerSpec Spec, LayerProperty Property, int First, ArraySegment<PlannedLayer> Layers)
{
    /// <summary>The declared layers of a network, in their order.</summary>
    public static IEnumerable<DeclaredLayer> Of(NetworkPlan network)
    {
        PlannedLayer[] layers = [.. network.Layers];
        int first = 0;
        foreach ((LayerSpec spec, LayerProperty property) in network.Model.Spec.Layers.Zip(network.Model.Properties, static (spec, property) => (spec, property)))
        {
            yield return new DeclaredLayer(spec, property, first, new ArraySegment<PlannedLayer>(layers, first, spec.Repeat));
            first += spec.Repeat;
        }
    }
}
