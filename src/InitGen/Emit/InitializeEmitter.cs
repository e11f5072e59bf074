using System.Linq;
using InitGen.Specification;
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
        foreach (LayerRun run in layers.SelectMany(static layer => LayerRun.Of(layer, HaveSameStatements)))
        {
            code.Line().Line("// " + Comment(run));
            LoopEmitter.Emit(code, run, isReversed: false, index => run.First.UseBias
                ? [DenseCode.Weights(run.First, index), DenseCode.Biases(run.First, index)]
                : [DenseCode.Weights(run.First, index)]);
        }

        code.Close().Line();
    }

    private static string Comment(LayerRun run) => run.Count == 1
        ? LayerText.Of(run.First)
        : $"{run.First.Name} to {run.Last.Name}: {LayerText.WithoutName(run.First)}";

    private static bool HaveSameStatements(ResolvedLayer one, ResolvedLayer other) =>
        DenseCode.Weights(one, "") == DenseCode.Weights(other, "") && one.UseBias == other.UseBias && DenseCode.Biases(one, "") == DenseCode.Biases(other, "");
}
