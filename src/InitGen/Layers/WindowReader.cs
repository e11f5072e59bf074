using System.Linq;
using InitGen.Emit;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary>Reads how kernels move along axes, and writes it.</summary>
internal static class WindowReader
{
    private static readonly string[] Axes = ["Depth", "Height", "Width"];

    /// <summary>The windows that an attribute declares, one an axis.</summary>
    /// <param name="arguments">The attribute's arguments.</param>
    /// <param name="axes">The number of axes.</param>
    /// <param name="hasOwnStride">Whether the stride is 1 where nothing is said; else it is the kernel's extent.</param>
    public static EquatableArray<Window> Read(AttributeArguments arguments, int axes, bool hasOwnStride) =>
        new(AxesOf(axes).Select(axis =>
        {
            int kernel = Of(nameof(Window.Kernel), 1);
            return new Window(
                kernel, Of(nameof(Window.Stride), hasOwnStride ? 1 : kernel), Of(nameof(Window.Padding), 0), Of(nameof(Window.Dilation), 1));

            int Of(string name, int otherwise) => Read(arguments, axis, name, otherwise);
        }));

    /// <summary>The numbers that an attribute declares, one an axis.</summary>
    /// <param name="arguments">The attribute's arguments.</param>
    /// <param name="axes">The number of axes.</param>
    /// <param name="name">The argument for all of them: "OutputPadding".</param>
    public static EquatableArray<int> Read(AttributeArguments arguments, int axes, string name) =>
        new(AxesOf(axes).Select(axis => Read(arguments, axis, name, 0)));

    /// <summary>Windows as code writes them, as an argument of a kernel.</summary>
    /// <param name="windows">The windows.</param>
    public static string Code(EquatableArray<Window> windows) => $"[{string.Join(", ", windows.Select(static window =>
        $"new({Literal.Of(window.Kernel)}, {Literal.Of(window.Stride)}, {Literal.Of(window.Padding)}, {Literal.Of(window.Dilation)})"))}]";

    private static string[] AxesOf(int axes) => [.. Axes.Skip(Axes.Length - axes)];

    private static int Read(AttributeArguments arguments, string axis, string name, int otherwise) =>
        arguments.ValueOf(name + axis, arguments.ValueOf(name, otherwise));
}
