using System.Globalization;
using System.Linq;
using System.Runtime.Intrinsics;

namespace InitGen.Runtime.Tests.Philox;

public class Philox4x32Tests
{
    // The known answers published with Random123 for philox4x32-10.
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void A_block_is_the_published_answer(string counter, string key, string answer)
    {
        uint[] keyWords = Words(key);
        Vector128<uint> block = Philox4x32.Block(Vector128.Create(Words(counter)), keyWords[0] | ((ulong)keyWords[1] << 32));
        Assert.Equal(Words(answer), Enumerable.Range(0, 4).Select(word => block[word]));
    }

    [Fact]
    public void Each_bit_of_counter_and_key_changes_half_of_the_block()
    {
        Vector128<uint> counter = Vector128.Create(1U, 2U, 3U, 4U);
        Vector128<uint> block = Philox4x32.Block(counter, 5);
        for (int bit = 0; bit < 128; bit++)
        {
            Vector128<uint> neighbour = counter.WithElement(bit / 32, counter[bit / 32] ^ (1U << (bit % 32)));
            Assert.InRange(Distance(block, Philox4x32.Block(neighbour, 5)), 36, 92); // 64 ± 5 σ
        }

        for (int bit = 0; bit < 64; bit++)
        {
            Assert.InRange(Distance(block, Philox4x32.Block(counter, 5UL ^ (1UL << bit))), 36, 92);
        }
    }

    private static int Distance(Vector128<uint> left, Vector128<uint> right) =>
        Enumerable.Range(0, 4).Sum(word => int.PopCount((int)(left[word] ^ right[word])));

    private static uint[] Words(string text) =>
        [.. text.Split(' ').Select(word => uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
