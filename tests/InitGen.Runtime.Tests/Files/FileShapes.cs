using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Files;

/// <summary>A stack and a last layer, so small that a file of them is mostly header: 3·4 + 4, 4·4, 4·2 + 2 parameters.</summary>
internal sealed class SmallShape : ITestShape
{
    public static int[] Sizes => [3, 4, 4, 2];

    public static bool UseBias(int layer) => layer != 1;

    public static string Name(int layer) => layer < 2 ? $"Hidden.{layer}" : "Output";
}

/// <summary>The same, with units enough to compute something.</summary>
internal sealed class MediumShape : ITestShape
{
    public static int[] Sizes => [7, 37, 19, 5];

    public static bool UseBias(int layer) => SmallShape.UseBias(layer);

    public static string Name(int layer) => SmallShape.Name(layer);
}
