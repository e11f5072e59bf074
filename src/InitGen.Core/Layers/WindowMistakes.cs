using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace InitGen.Layers;

/// <summary>What cannot be about kernels that move along axes.</summary>
internal static class WindowMistakes
{
    private static readonly string[] Axes = ["length", "height × width", "depth × height × width"];

    /// <summary>The mistakes of windows.</summary>
    /// <param name="windows">The windows, one an axis.</param>
    /// <param name="input">The shape of what they move over.</param>
    /// <param name="verb">What the layer does: "convolves".</param>
    public static IEnumerable<LayerMistake> Of(EquatableArray<Window> windows, Shape input, string verb)
    {
        LayerMistake[] mistakes = [.. OfAxes(windows, input, verb)];
        return mistakes.Length > 0 ? mistakes
            : input.Through(windows).Positions < 1 || Enumerable.Range(0, windows.Count).Any(axis => windows[axis].OutputOf(input[axis]) < 1)
                ? [new ShapeMistake(nameof(Window.Kernel), $"gets {input}, over which its kernel {Text(windows)} does not fit; use a smaller one, or padding")]
            : [];
    }

    /// <summary>The mistakes of windows by themselves, and of a shape that has other axes.</summary>
    /// <param name="windows">The windows, one an axis.</param>
    /// <param name="input">The shape of what they move over.</param>
    /// <param name="verb">What the layer does: "convolves".</param>
    public static IEnumerable<LayerMistake> OfAxes(EquatableArray<Window> windows, Shape input, string verb)
    {
        Window[] distinct = [.. windows.Distinct()];
        LayerMistake[] sizes =
        [
            .. distinct.SelectMany(static window => SizeMistake.Unless1(nameof(Window.Kernel), "The kernel", window.Kernel)),
            .. distinct.SelectMany(static window => SizeMistake.Unless1(nameof(Window.Stride), "The stride", window.Stride)),
            .. distinct.SelectMany(static window => SizeMistake.Unless1(nameof(Window.Dilation), "The dilation", window.Dilation)),
            .. distinct.SelectMany(static window => NumberMistake.NotNegative(nameof(Window.Padding), window.Padding)),
        ];
        return sizes.Length > 0 ? sizes
            : input.Axes != windows.Count
                ? [new ShapeMistake("", $"gets {input}, but {verb} channels × {Axes[windows.Count - 1]}{(input.Axes == 0 ? "; say the shape of the input at [Network], or leave it a map" : "; use the kind for as many axes")}")]
            : [];
    }

    private static string Text(EquatableArray<Window> windows) => string.Join("×", windows.Select(static window =>
        window.Dilation == 1 ? $"{window.Kernel}" : $"{(window.Dilation * (window.Kernel - 1)) + 1}"));

    /// <summary>The extents of kernels: "3×3".</summary>
    /// <param name="windows">The windows, one an axis.</param>
    public static string KernelText(this EquatableArray<Window> windows) =>
        string.Join("×", windows.Select(static window => window.Kernel.ToString(CultureInfo.InvariantCulture)));
}
