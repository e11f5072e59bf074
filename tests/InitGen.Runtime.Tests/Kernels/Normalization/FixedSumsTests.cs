using System;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Kernels.Vectors;
using InitGen.Runtime.Tests.Initialization;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Kernels.Normalizations;

[Collection(ExecutionCollection.Name)]
public unsafe class FixedSumsTests
{
    [Fact]
    public void Sums_are_of_sixteen_side_by_side()
    {
        ChildProcess.AssertInstructions();
        foreach (int length in new[] { 0, 1, 15, 16, 17, 63, 1000 })
        {
            float[] values = TestLayers.NormalValues(length, seed: 1);
            float[] factors = TestLayers.NormalValues(length, seed: 2);
            float[] gradients = TestLayers.NormalValues(length, seed: 3);
            fixed (float* valuesPointer = values, factorsPointer = factors, gradientsPointer = gradients)
            {
                Assert.Equal(Sum(length, i => values[i], isRestApart: true), FixedSums.Of(valuesPointer, length));
                double squares = Sum(length, i => (values[i] - 0.3) * (values[i] - 0.3), isRestApart: true);
                Assert.Equal(squares, FixedSums.OfSquares(valuesPointer, length, 0.3));
                double sum = Sum(length, i => (double)gradients[i] * factors[i], isRestApart: false);
                double product = Sum(length, i => (double)gradients[i] * factors[i] * (values[i] - 0.3), isRestApart: false);
                Assert.Equal((sum, product), FixedSums.OfGradients(gradientsPointer, factorsPointer, valuesPointer, length, 0.3));
                sum = Sum(length, i => gradients[i], isRestApart: false);
                product = Sum(length, i => gradients[i] * (values[i] - 0.3), isRestApart: false);
                Assert.Equal((sum, product), FixedSums.OfGradients(gradientsPointer, null, valuesPointer, length, 0.3));
            }
        }
    }

    [Theory]
    [MemberData(nameof(ChildProcess.Settings), MemberType = typeof(ChildProcess))]
    public Task Sums_are_the_same_on_machines_without(string setting, LaneKind expectedLanes) =>
        ChildProcess.RunWithout(typeof(FixedSumsTests), nameof(Sums_are_of_sixteen_side_by_side), 1, setting, expectedLanes);

    private static double Sum(int length, Func<int, double> term, bool isRestApart)
    {
        int whole = length & -16;
        var sums = new double[16];
        for (int i = 0; i < whole; i++)
        {
            sums[i % 16] += term(i);
        }

        for (int half = 8; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                sums[lane] += sums[lane + half];
            }
        }

        double total = sums[0];
        double[] rest = [.. Enumerable.Range(whole, length - whole).Select(term)];
        return isRestApart ? total + rest.Aggregate(0.0, (sum, value) => sum + value) : rest.Aggregate(total, (sum, value) => sum + value);
    }
}
