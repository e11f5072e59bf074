namespace InitGen.Runtime.Tests.Kernels;

/// <summary>Widths around those of vectors and tiles, and a layer without biases.</summary>
internal sealed class OddShape : ITestShape
{
    public static int[] Sizes => [7, 37, 19, 5];

    public static bool UseBias(int layer) => layer != 1;
}

/// <summary>One input, one unit.</summary>
internal sealed class SmallestShape : ITestShape
{
    public static int[] Sizes => [1, 1];
}

/// <summary>Layers that are wider and deeper than a panel of the matrix product.</summary>
internal sealed class WideShape : ITestShape
{
    public static int[] Sizes => [300, 70, 530, 3];
}

/// <summary>Whole panels of every vector width, one that is one column longer, and one that is deeper than a packed panel.</summary>
internal sealed class PanelShape : ITestShape
{
    public static int[] Sizes => [32, 64, 33, 513, 16, 1];
}
