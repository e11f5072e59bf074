using System;
using System.Collections.Generic;
using InitGen.Layers;

namespace InitGen.Emit;

/// <summary>Layers that follow each other and need the same statements.</summary>
/// <param name="FirstIndex">The index of the first among the network's layers.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal sealed record CodeRun(int FirstIndex, int Count, ResolvedLayer First, ResolvedLayer Last)
{
    /// <summary>The runs of a declared layer, in order.</summary>
    /// <param name="declared">The declared layer.</param>
    /// <param name="haveSameStatements">Whether two layers need the same statements.</param>
    public static IEnumerable<CodeRun> Of(DeclaredLayer declared, Func<ResolvedLayer, ResolvedLayer, bool> haveSameStatements)
    {
        CodeRun? run = null;
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

            run = new CodeRun(run is null ? declared.First : run.FirstIndex + run.Count, 1, planned.Layer, planned.Layer);
        }

        if (run is not null)
        {
            yield return run;
        }
    }

    /// <summary>Writes the statements of each layer: a loop, or the statements themselves for a run of one.</summary>
    /// <param name="code">The code.</param>
    /// <param name="isReversed">Whether the last layer comes first.</param>
    /// <param name="statements">The statements for a layer, by the text of its index.</param>
    public void Emit(CodeWriter code, bool isReversed, Func<string, IEnumerable<string>> statements)
    {
        if (Count == 1)
        {
            EmitStatements(Literal.Of(FirstIndex));
            return;
        }

        int last = FirstIndex + Count - 1;
        code.Open(isReversed
            ? $"for (int layer = {Literal.Of(last)}; layer >= {Literal.Of(FirstIndex)}; layer--)"
            : $"for (int layer = {Literal.Of(FirstIndex)}; layer < {Literal.Of(last + 1)}; layer++)");
        EmitStatements("layer");
        code.Close();

        void EmitStatements(string index)
        {
            foreach (string statement in statements(index))
            {
                code.Line(statement);
            }
        }
    }
}
