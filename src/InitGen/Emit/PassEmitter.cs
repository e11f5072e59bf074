using System.Linq;
using InitGen.Specification;

namespace InitGen.Emit;

/// <summary>Writes the passes through all layers, forward and backward.</summary>
internal static class PassEmitter
{
    public static void Emit(CodeWriter code, DeclaredLayer[] layers, string networkInterface)
    {
        code.Lines("""
            /// <inheritdoc/>
            public void Forward(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs) =>
                global::InitGen.Kernels.NetworkPass.Forward(this, inputs, outputs);

            /// <inheritdoc/>
            public void MeasureForward(global::System.ReadOnlySpan<float> inputs, global::System.Span<global::InitGen.LayerStatistics> statistics) =>
                global::InitGen.Kernels.NetworkPass.MeasureForward(this, inputs, statistics);

            /// <inheritdoc/>
            public void Backward(global::System.ReadOnlySpan<float> inputs, global::System.ReadOnlySpan<float> outputGradients, global::System.Span<float> parameterGradients) =>
                global::InitGen.Kernels.NetworkPass.Backward(this, inputs, outputGradients, parameterGradients);

            /// <inheritdoc/>
            public void MeasureBackward(global::System.ReadOnlySpan<float> inputs, global::System.ReadOnlySpan<float> outputGradients, global::System.Span<global::InitGen.GradientStatistics> statistics) =>
                global::InitGen.Kernels.NetworkPass.MeasureBackward(this, inputs, outputGradients, statistics);

            """);

        LayerRun[] runs = [.. layers.SelectMany(static layer => LayerRun.Of(layer, HaveSameStatements))];
        code.Open($"static void {networkInterface}.ForwardLayers(ref global::InitGen.Kernels.ForwardPass pass)");
        foreach (LayerRun run in runs)
        {
            LoopEmitter.Emit(code, run, isReversed: false, index => [DenseCode.Forward(run.Layer, index)]);
        }

        code.Close().Line().Open($"static void {networkInterface}.BackwardLayers(ref global::InitGen.Kernels.BackwardPass pass)");
        foreach (LayerRun run in runs.Reverse())
        {
            LoopEmitter.Emit(code, run, isReversed: true, index => [DenseCode.Backward(run.Layer, index)]);
        }

        code.Close();
    }

    private static bool HaveSameStatements(ResolvedLayer one, ResolvedLayer other) => DenseCode.Forward(one, "") == DenseCode.Forward(other, "");
}
