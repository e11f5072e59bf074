using System;

namespace InitGen.Emit;

/// <summary>Writes statements for each layer of a run: a loop, or the statements themselves for a run of one.</summary>
internal static class LoopEmitter
{
    /// <summary>Writes the statements.</summary>
    /// <param name="code">The code.</param>
    /// <param name="run">The layers.</param>
    /// <param name="isReversed">Whether the last comes first.</param>
    /// <param name="statements">The statements for a layer, by the text of its index.</param>
    public static void Emit(CodeWriter code, LayerRun run, bool isReversed, Func<string, string[]> statements)
    {
        string first = Literal.Of(run.FirstIndex);
        if (run.Count == 1)
        {
            EmitStatements(code, statements(first));
            return;
        }

        code.Open(isReversed
            ? $"for (int layer = {Literal.Of(run.FirstIndex + run.Count - 1)}; layer >= {first}; layer--)"
            : $"for (int layer = {first}; layer < {Literal.Of(run.FirstIndex + run.Count)}; layer++)");
        EmitStatements(code, statements("layer"));
        code.Close();
    }

    private static void EmitStatements(CodeWriter code, string[] statements)
    {
        foreach (string statement in statements)
        {
            code.Line(statement);
        }
    }
}
