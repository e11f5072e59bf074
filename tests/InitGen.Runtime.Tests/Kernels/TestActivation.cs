using InitGen.Kernels;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>The activation operator that the tests use.</summary>
internal static class TestActivation<TActivation>
    where TActivation : struct, IActivationOperator
{
    public static readonly TActivation Instance = new LeakyRelu(TestLayers.Slope) is TActivation leakyRelu ? leakyRelu : default;
}
