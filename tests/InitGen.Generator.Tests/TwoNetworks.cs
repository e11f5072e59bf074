namespace InitGen.Generator.Tests;

/// <summary>Documents to edit: two networks, one network with a mistake, one layer outside of networks, a class that is none of
/// these, and a network of blocks.</summary>
internal static class TwoNetworks
{
    public const int FirstDocument = 0;
    public const int SecondDocument = 1;
    public const int MistakenDocument = 2;
    public const int UnrelatedDocument = 3;
    public const int BlocksDocument = 4;

    public static string[] Sources { get; } =
    [
        """
        using InitGen;

        [Network(784)]
        partial class First
        {
            [Dense(500, Activation.Relu)]
            public partial DenseLayer Hidden { get; }

            [Dense(10)]
            public partial DenseLayer Output { get; }
        }
        """,
        """
        using InitGen;

        [Network(16)]
        partial class Second
        {
            [Dense(16, Activation.Tanh, Repeat = 3)]
            public partial DenseStack Hidden { get; }
        }
        """,
        """
        using InitGen;

        [Network(0)]
        partial class Mistaken
        {
            [Dense(16)]
            public partial DenseLayer Hidden { get; }
        }

        partial class Outside
        {
            [Dense(16)]
            public partial DenseLayer Hidden { get; }
        }
        """,
        """
        class Unrelated
        {
            int One() => 1;
        }
        """,
        """
        using InitGen;

        [Residual]
        partial class Branch
        {
            [Dense(Block.Units, Activation.Relu)]
            public partial DenseLayer Up { get; }

            [Dense(Block.InputUnits)]
            public partial DenseLayer Down { get; }
        }

        [Network(8)]
        partial class Deep
        {
            [Block(4, Repeat = 3)]
            public partial BlockStack<Branch> Blocks { get; }
        }
        """,
    ];
}
