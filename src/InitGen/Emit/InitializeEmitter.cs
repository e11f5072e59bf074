using System.Linq;
using InitGen.Wording;

namespace InitGen.Emit;

/// <summary>Writes the initialization of all parameters.</summary>
internal static class InitializeEmitter
{
    public static void Emit(CodeWriter code, DeclaredLayer[] layers)
    {
        code.Line("/// <inheritdoc/>")
            .Open("public void Initialize(ulong seed)")
            .Line("global::System.Span<float> parameters = Parameters;");
        foreach (CodeRun run in layers.SelectMany(static layer => CodeRun.Of(layer, LayerCode.InitializesAlike).Where(static run => run.First.Parameters.Count > 0)))
        {
            code.Line().Comment(Comment(run));
            run.Emit(code, isReversed: false, index => LayerCode.Initialize(run.First, index));
        }

        code.Close().Line();
    }

    private static string Comment(CodeRun run) => run.Count == 1
        ? LayerText.Of(run.First)
        : $"{run.First.Name} to {run.Last.Name}: {LayerText.WithoutName(run.First)}";
}
