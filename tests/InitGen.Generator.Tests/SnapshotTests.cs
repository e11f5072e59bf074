using System.Runtime.CompilerServices;
using InitGen.Testing.Generators;
using InitGen.Testing.Snapshots;

namespace InitGen.Generator.Tests;

/// <summary>Generated code as files that a person reads and reviews.</summary>
public class SnapshotTests
{
    [Fact]
    public void A_classifier_of_single_layers() => Verify("""
        using InitGen;

        namespace Samples;

        /// <summary>Reads digits.</summary>
        [Network(784)]
        public sealed partial class Classifier
        {
            [Dense(500, Activation.Relu)]
            public partial DenseLayer Hidden1 { get; }

            /// <summary>The second hidden layer.</summary>
            [Dense(500, Activation.LeakyRelu, Init.XavierUniform, Slope = 0.2, Bias = 0.1, BiasStdDev = 0.01)]
            public partial DenseLayer Hidden2 { get; }

            [Dense(10, Activation.Softmax, UseBias = false)]
            internal partial DenseLayer Output { get; }
        }
        """);

    [Fact]
    public void A_stack_that_is_a_loop() => Verify("""
        using InitGen;

        [Network(784)]
        partial class DeepTanh
        {
            [Dense(500, Activation.Tanh, Repeat = 10)]
            public partial DenseStack Hidden { get; }

            [Dense(1, Activation.Sigmoid)]
            public partial DenseLayer Output { get; }
        }
        """);

    [Fact]
    public void A_network_of_blocks() => Verify("""
        using InitGen;

        namespace Samples;

        /// <summary>A branch with a bottleneck.</summary>
        [Residual(Activation.Relu, BranchScale = 0.5)]
        public sealed partial class Branch
        {
            [Dense(Block.Units, Activation.Relu)] public partial DenseLayer Up { get; }

            /// <summary>Back to the stream.</summary>
            [Dense(Block.InputUnits)] public partial DenseLayer Down { get; }
        }

        [Network(20, Names = NameStyle.SnakeCase)]
        public sealed partial class Residual
        {
            [Block(8)] public partial Branch First { get; }

            /// <summary>Two more.</summary>
            [Block(8, Repeat = 2)] public partial BlockStack<Branch> More { get; }

            [Dense(3, Activation.Softmax)] public partial DenseLayer Output { get; }
        }
        """);

    [Fact]
    public void Every_initializer() => Verify("""
        using System;
        using InitGen;

        struct Halves : IWeightInitializer
        {
            public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Fill(0.5f);
        }

        [Network(64, InputMean = 1, InputStdDev = 0)]
        partial class Zoo
        {
            [Dense(64, Activation.Gelu)] public partial DenseLayer Auto { get; }
            [Dense(64, Activation.Linear, Init.Normal, StdDev = 0.1)] public partial DenseLayer Normal { get; }
            [Dense(64, Activation.Linear, Init.TruncatedNormal, StdDev = 0.1)] public partial DenseLayer TruncatedNormal { get; }
            [Dense(64, Activation.Linear, Init.Uniform, Limit = 0.1)] public partial DenseLayer Uniform { get; }
            [Dense(64, Activation.Tanh, Init.XavierNormal, Gain = 2, FanMode = FanMode.In, Truncated = true)] public partial DenseLayer Xavier { get; }
            [Dense(64, Activation.Elu, Init.HeUniform)] public partial DenseLayer He { get; }
            [Dense(64, Activation.Selu, Init.LeCunNormal)] public partial DenseLayer LeCun { get; }
            [Dense(64, Activation.Mish, Init.Orthogonal, Gain = 1.5)] public partial DenseLayer Orthogonal { get; }
            [Dense(64, Activation.Silu, Init.Sparse, NonZeros = 15, StdDev = 1)] public partial DenseLayer Sparse { get; }
            [Dense(64, Activation.Linear, Init.Identity)] public partial DenseLayer Identity { get; }
            [Dense(64, Activation.Relu, Init.Torch)] public partial DenseLayer Torch { get; }
            [Dense(64, Activation.Tanh, Init.Critical, BiasStdDev = 0.2)] public partial DenseLayer Critical { get; }
            [Dense(64, Activation.Softplus, Init.Custom, Initializer = typeof(Halves))] public partial DenseLayer Custom { get; }
            [Dense(64, Activation.Softsign, Init.Ones)] public partial DenseLayer Ones { get; }
            [Dense(64, Activation.Sigmoid, Init.Constant, Value = -0.25)] public partial DenseLayer Constant { get; }
            [Dense(64, Activation.Relu, Init.Zeros)] public partial DenseLayer Zeros { get; }
        }
        """);

    [Fact]
    public void What_stands_in_for_a_network_with_a_mistake() => Verify("""
        using InitGen;

        [Network(0)]
        partial class Broken
        {
            [Dense(10)]
            public partial DenseLayer Hidden { get; }

            [Dense(1)]
            protected partial int Output { get; private set; }
        }
        """);

    private static void Verify(string source, [CallerMemberName] string name = "")
    {
        GenerationResult result = new GeneratorSession<NetworkGenerator>(source).Run(TestContext.Current.CancellationToken);
        result.VerifyCompiles(TestContext.Current.CancellationToken);
        Snapshot.VerifyFolder(RepositoryRoot.Combine("tests/InitGen.Generator.Tests/Snapshots/" + name), result.Sources);
    }
}
