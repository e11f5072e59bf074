using System;
using System.Collections.Generic;
using InitGen.Specification;

namespace InitGen.Emit;

/// <summary>Layers that follow each other and need the same statements.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Layer">The first.</param>
internal sealed record LayerRun(int First, int Count, ResolvedLayer Layer)
{
    /// <summary>The runs of a declared layer, in order.</summary>
    /// <param name="declared">The declared layer.</param>
    /// <param name="haveSameStatements">Whether two layers need the same statements.</param>
    public static IEnumerable<LayerRun> Of(DeclaredLayer declared, Func<ResolvedLayer, ResolvedLayer, bool> haveSameStatements)
    {
        LayerRun? run = null;
        foreach (PlannedLayer planned in declared.Layers)
        {
            if (run is not null && haveSameStatements(run.Layer, planned.Layer))
            {
                run = run with { Count = run.Count + 1 };
                continue;
            }

            if (run is not null)
            {
                yield return run;
            }

            run = new LayerRun(run is null ? declared.First : run.First + run.Count, 1, planned.Layer);
        }

        if (run is not null)
        {
            yield return run;
        }
    }
}
