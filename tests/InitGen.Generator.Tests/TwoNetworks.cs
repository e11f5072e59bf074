namespace InitGen.Generator.Tests;

/// <summary>Documents to edit: two networks, one network with a mistake, one layer outside of networks, and a class that is none of
/// these.</summary>
internal static class TwoNetworks
{
    public const int FirstDocument = 0;
    public const int SecondDocument = 1;
    public const int MistakenDocument = 2;
    public const int UnrelatedDocument = 3;

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
    ];
}
