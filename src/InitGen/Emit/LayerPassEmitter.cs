using System.Linq;

namespace InitGen.Emit;

/// <summary>Writes the ways through all layers, forward and backward.</summary>
internal static class LayerPassEmitter
{
    public static void Emit(CodeWriter code, DeclaredLayer[] layers, string networkInterface)
    {
        (DeclaredLayer Declared, CodeRun Run)[] runs =
        [
            .. from declared in layers
               from run in CodeRun.Of(declared, (one, other) => LayerCode.PassesAlike(declared.Form, one, other))
               select (declared, run),
        ];
        code.Open($"static void {networkInterface}.ForwardLayers(ref global::InitGen.Kernels.ForwardPass pass)");
        foreach ((DeclaredLayer declared, CodeRun run) in runs)
        {
            run.Emit(code, isReversed: false, index => [LayerCode.Forward(declared.Form, run.First, index)]);
        }

        code.Close().Line().Open($"static void {networkInterface}.BackwardLayers(ref global::InitGen.Kernels.BackwardPass pass)");
        foreach ((DeclaredLayer declared, CodeRun run) in runs.Reverse())
        {
            run.Emit(code, isReversed: true, index => [LayerCode.Backward(declared.Form, run.First, index)]);
        }

        code.Close();
    }
}
