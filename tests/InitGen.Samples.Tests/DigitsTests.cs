using System.Collections.Generic;
using System.Linq;
using InitGen.Samples.Digits;

namespace InitGen.Samples.Tests;

/// <summary>Holds training on real digits to what an independent implementation reaches.</summary>
public sealed class DigitsTests
{
    private static readonly (DigitData Training, DigitData Test) Data = DigitData.Load();

    [Fact]
    public void Pixels_are_scaled_to_mean_0_and_variance_1()
    {
        double[] pixels = [.. Data.Training.Pixels.Concat(Data.Test.Pixels).Select(pixel => (double)pixel)];
        Assert.Equal(0, pixels.Average(), 1e-5);
        Assert.Equal(1, pixels.Average(pixel => pixel * pixel), 1e-5);
    }

    [Fact]
    public void There_are_1500_images_to_train_and_297_to_test()
    {
        Assert.Equal((1_500, 297), (Data.Training.Count, Data.Test.Count));
        Assert.Equal(Enumerable.Range(0, 10), Data.Test.Labels.Distinct().Order());
    }

    [Fact]
    public void Tanh_learns_from_Xavier() => Assert.InRange(FinalAccuracy<XavierTanh>(), 0.95, 1);

    [Fact]
    public void Relu_learns_from_He() => Assert.InRange(FinalAccuracy<HeRelu>(), 0.95, 1);

    [Fact]
    public void Tanh_learns_nothing_from_zero() => Assert.InRange(FinalAccuracy<ZeroTanh>(), 0, 0.2);

    [Fact]
    public void Relu_learns_nothing_from_zero() => Assert.InRange(FinalAccuracy<ZeroRelu>(), 0, 0.2);

    [Fact]
    public void Tanh_learns_little_from_a_constant() => Assert.InRange(FinalAccuracy<ConstantTanh>(), 0, 0.5);

    [Fact]
    public void The_gradient_of_softmax_cross_entropy_agrees_with_finite_differences()
    {
        float[] logits = [0.3f, -1.2f, 2.5f, 0, 0.1f, -0.4f, 1, 0.9f, -3, 0.2f];
        float[] gradient = new float[10];
        SoftmaxCrossEntropy.Evaluate(logits, [4], gradient);
        for (int i = 0; i < logits.Length; i++)
        {
            Assert.Equal((LossAt(i, +1e-2f) - LossAt(i, -1e-2f)) / 2e-2, gradient[i], 1e-4);
        }

        double LossAt(int index, float shift)
        {
            float[] shifted = [.. logits];
            shifted[index] += shift;
            return SoftmaxCrossEntropy.Evaluate(shifted, [4], new float[10]).Loss;
        }
    }

    private static double FinalAccuracy<TNetwork>()
        where TNetwork : INetwork<TNetwork>
    {
        List<int> epochs = [];
        IReadOnlyList<Checkpoint> checkpoints = Training.Run<TNetwork>(Data.Training, Data.Test, epochs.Add);
        Assert.Equal([0, 1, 5, 20], checkpoints.Select(checkpoint => checkpoint.Epoch));
        Assert.Equal(Enumerable.Range(1, 20), epochs);
        return checkpoints[^1].Accuracy;
    }
}
