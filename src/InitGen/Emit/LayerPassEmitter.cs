using System.Linq;
using InitGen.Specification;

namespace InitGen.Emit;

/// <summary>Writes the ways through all layers, forward and backward.</summary>
internal static class LayerPassEmitter
{
    public static void Emit(CodeWriter code, DeclaredLayer[] layers, string networkInterface)
    {
        LayerRun[] runs = [.. layers.SelectMany(static layer => LayerRun.Of(layer, HaveSameStatements))];
        code.Open($"static void {networkInterface}.ForwardLayers(ref global::InitGen.Kernels.ForwardPass pass)");
        foreach (LayerRun run in runs)
        {
            LoopEmitter.Emit(code, run, isReversed: false, index => [DenseCode.Forward(run.First, index)]);
        }

        code.Close().Line().Open($"static void {networkInterface}.BackwardLayers(ref global::InitGen.Kernels.BackwardPass pass)");
        foreach (LayerRun run in runs.Reverse())
        {
            LoopEmitter.Emit(code, run, isReversed: true, index => [DenseCode.Backward(run.First, index)]);
        }

        code.Close();
    }

    private static bool HaveSameStatements(ResolvedLayer one, ResolvedLayer other) => DenseCode.Forward(one, "") == DenseCode.Forward(other, "");
}
