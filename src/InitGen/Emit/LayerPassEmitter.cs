using System.Linq;

namespace InitGen.Emit;

/// <summary>Writes the ways through all layers, forward and backward.</summary>
internal static class LayerPassEmitter
{
    public static void Emit(CodeWriter code, DeclaredLayer[] layers, string networkInterface)
    {
        CodeRun[] runs = [.. layers.SelectMany(static layer => CodeRun.Of(layer, DenseCode.PassesAlike))];
        code.Open($"static void {networkInterface}.ForwardLayers(ref global::InitGen.Kernels.ForwardPass pass)");
        foreach (CodeRun run in runs)
        {
            run.Emit(code, isReversed: false, index => [DenseCode.Forward(run.First, index)]);
        }

        code.Close().Line().Open($"static void {networkInterface}.BackwardLayers(ref global::InitGen.Kernels.BackwardPass pass)");
        foreach (CodeRun run in runs.Reverse())
        {
            run.Emit(code, isReversed: true, index => [DenseCode.Backward(run.First, index)]);
        }

        code.Close();
    }
}
