using System;
using System.Collections.Generic;
using InitGen.Specification;

namespace InitGen.Emit;

/// <summary>Layers that follow each other and need the same statements.</summary>
/// <param name="FirstIndex">The index of the first among the network's layers.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal sealed record LayerRun(int FirstIndex, int Count, ResolvedLayer First, ResolvedLayer Last)
{
    /// <summary>The runs of a declared layer, in order.</summary>
    /// <param name="declared">The declared layer.</param>
    /// <param name="haveSameStatements">Whether two layers need the same statements.</param>
    public static IEnumerable<LayerRun> Of(DeclaredLayer declared, Func<ResolvedLayer, ResolvedLayer, bool> haveSameStatements)
    {
        LayerRun? run = null;
        foreach (PlannedLayer planned in declared.Layers)
        {
            if (run is not null && haveSameStatements(run.First, planned.Layer))
            {
                run = run with { Count = run.Count + 1, Last = planned.Layer };
                continue;
            }

            if (run is not null)
            {
                yield return run;
            }

            run = new LayerRun(run is null ? declared.First : run.FirstIndex + run.Count, 1, planned.Layer, planned.Layer);
        }

        if (run is not null)
        {
            yield return run;
        }
    }
}
