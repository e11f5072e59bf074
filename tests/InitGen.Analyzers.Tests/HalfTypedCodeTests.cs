using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Analyzers.Tests;

public class HalfTypedCodeTests
{
    [Theory]
    [InlineData("""
        using InitGen;

        [Network(3, InputStdDev = 2)]
        public partial class Net
        {
            [Dense(4, Activation.Relu, Init.XavierUniform, Gain = 1, Repeat = 2)] public partial DenseStack Hidden { get; }

            [Dense(4, init: InitGen.Init.Constant, Value = 0)] public partial DenseLayer Output { get; }

            [Dense(2, Activation.Softmax)] public partial DenseLayer Last { get; }
        }
        """)]
    [InlineData("""
        namespace A.B;

        class Outer
        {
            [InitGen.Network(2)] sealed class Net
            {
                const double C = 1;
                [InitGen.Dense(2, (InitGen.Activation)3, (InitGen.Init)16, Initializer = typeof(X<int>), Bias = C)] InitGen.DenseLayer L => default;
                [InitGen.Dense(2, Slope = -1)] static extern int this[int i] { get; set; }
            }

            struct X<T> : InitGen.IWeightInitializer;
        }
        """)]
    public async Task No_keystroke_makes_a_rule_throw(string source)
    {
        for (int length = 0; length <= source.Length; length++)
            await NetworkAnalysis.RunAsync(source[..length], LanguageVersion.CSharp13, TestContext.Current.CancellationToken);
    }
}
