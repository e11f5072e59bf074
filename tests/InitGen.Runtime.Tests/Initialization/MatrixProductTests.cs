using System;
using InitGen.Initialization;
using InitGen.Lanes;

namespace InitGen.Runtime.Tests.Initialization;

public class MatrixProductTests
{
    public static TheoryData<LaneKind> Lanes => [.. LaneKinds.Supported];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Each_element_is_a_chain_of_fused_multiply_adds(LaneKind lanes)
    {
        const int Stride = 70;
        foreach (int rows in new[] { 1, 2, 5, 6, 7, 12, 13 })
        {
            foreach ((int columns, int inner) in new[] { (32, 1), (64, 17) })
            {
                float[] left = Draw(rows * Stride, 1);
                float[] right = Draw(inner * Stride, 2);
                float[] product = Draw(rows * Stride, 3);
                float[] expected = [.. product];
                for (int row = 0; row < rows; row++)
                {
                    for (int column = 0; column < columns; column++)
                    {
                        for (int k = 0; k < inner; k++)
                        {
                            ref float element = ref expected[(row * Stride) + column];
                            element = MathF.FusedMultiplyAdd(left[(row * Stride) + k], right[(k * Stride) + column], element);
                        }
                    }
                }

                new Product(product, left, right, Stride, rows, columns, inner).Invoke(lanes);
                Assert.Equal(expected, product);
            }
        }
    }

    private static float[] Draw(int count, ulong stream)
    {
        var values = new float[count];
        Initializers.Normal(values, 0, 1, 1, stream);
        return values;
    }

    private readonly unsafe struct Product(float[] product, float[] left, float[] right, int stride, int rows, int columns, int inner)
        : ILaneOperation
    {
        public void Invoke<TLanes, TFloat, TWord>()
            where TLanes : ILanes<TFloat, TWord>
            where TFloat : unmanaged
            where TWord : unmanaged
        {
            fixed (float* p = product, l = left, r = right)
            {
                MatrixProduct.Add<TLanes, TFloat, TWord>(p, stride, l, stride, r, stride, rows, columns, inner);
            }
        }
    }
}
