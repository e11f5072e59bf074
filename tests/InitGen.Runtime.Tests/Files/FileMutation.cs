using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace InitGen.Runtime.Tests.Files;

/// <summary>Mutations of a file without end, the same ones for the same seed: each has one to three of the damages below.</summary>
internal sealed class FileMutation(byte[] original, int seed) : IEnumerable<byte[]>
{
    private static readonly long[] ExtremeNumbers =
    [
        0, 1, 2, 127, 128, 255, 256, 65535, 65536, int.MaxValue, 1L << 31, uint.MaxValue, 1L << 32, 1L << 60, long.MaxValue,
        long.MinValue, -1,
    ];

    private static readonly string[] Words =
    [
        "", "0", "-1", "1e9", "99999999999999999999", "9223372036854775807", "4294967296", "True", "False", "'", "\"", "(", ")", "[", "]",
        "{", "}", ",", "<f8", "<f2", ">f4", "F16", "F64", "BF16", "I32", "null", "\\ud800", "\u00ff", "\0",
    ];

    private readonly Random _random = new(seed);

    public IEnumerator<byte[]> GetEnumerator()
    {
        while (true)
        {
            byte[] file = [.. original];
            for (int damages = _random.Next(1, 4); damages > 0; damages--)
            {
                file = Damage(file);
            }

            yield return file;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private byte[] Damage(byte[] file) => file.Length < 16 ? file : _random.Next(10) switch
    {
        0 or 1 => BitFlipped(file),
        2 => file[.._random.Next(file.Length)],
        3 => [.. file, .. Enumerable.Range(0, _random.Next(1, 100)).Select(_ => (byte)_random.Next(256))],
        4 => WithExtremeNumber(file),
        5 => WithWord(file),
        6 or 7 => WithNumbersSwapped(file),
        8 => WithNumbersMoved(file),
        _ => WithPartRepeated(file),
    };

    private byte[] BitFlipped(byte[] file)
    {
        byte[] flipped = [.. file];
        flipped[_random.Next(file.Length)] ^= (byte)(1 << _random.Next(8));
        return flipped;
    }

    // Where lengths stand: at the beginning, at the end, or anywhere.
    private byte[] WithExtremeNumber(byte[] file)
    {
        byte[] changed = [.. file];
        byte[] number = BitConverter.GetBytes(ExtremeNumbers[_random.Next(ExtremeNumbers.Length)])[..(1 << _random.Next(4))];
        int place = _random.Next(3) switch
        {
            0 => _random.Next(0, 12),
            1 => file.Length - _random.Next(1, Math.Min(24, file.Length)),
            _ => _random.Next(file.Length),
        };
        number.AsSpan(0, Math.Min(number.Length, file.Length - place)).CopyTo(changed.AsSpan(place));
        return changed;
    }

    // In place of a number, a word or a sign of the header.
    private byte[] WithWord(byte[] file)
    {
        List<Range> tokens = Tokens(file, static value => char.IsAsciiLetterOrDigit((char)value));
        Range token = tokens[_random.Next(tokens.Count)];
        return [.. file[..token.Start], .. Encoding.Latin1.GetBytes(Words[_random.Next(Words.Length)]), .. file[token.End..]];
    }

    private byte[] WithNumbersSwapped(byte[] file)
    {
        List<Range> numbers = Tokens(file, static value => char.IsAsciiDigit((char)value));
        if (numbers.Count < 2)
        {
            return file;
        }

        int first = _random.Next(numbers.Count - 1);
        (Range one, Range other) = (numbers[first], numbers[_random.Next(2) == 0 ? first + 1 : _random.Next(first + 1, numbers.Count)]);
        return [.. file[..one.Start], .. file[other], .. file[one.End..other.Start], .. file[one], .. file[other.End..]];
    }

    // Two numbers that follow each other, begin and end, by the same amount: gaps and overlaps.
    private byte[] WithNumbersMoved(byte[] file)
    {
        List<Range> numbers =
            [.. Tokens(file, static value => char.IsAsciiDigit((char)value)).Where(token => token.End.Value - token.Start.Value < 6)];
        if (numbers.Count < 2)
        {
            return file;
        }

        int first = _random.Next(numbers.Count - 1);
        (Range one, Range other) = (numbers[first], numbers[first + 1]);
        int distance = 4 * _random.Next(-4, 5);
        return
        [
            .. file[..one.Start],
            .. Moved(file[one], distance),
            .. file[one.End..other.Start],
            .. Moved(file[other], distance),
            .. file[other.End..],
        ];
    }

    private static byte[] Moved(byte[] number, int distance) => Encoding.ASCII.GetBytes(
        (int.Parse(number, CultureInfo.InvariantCulture) + distance).ToString(CultureInfo.InvariantCulture).PadLeft(number.Length, ' '));

    private byte[] WithPartRepeated(byte[] file)
    {
        int start = _random.Next(file.Length - 1);
        int end = _random.Next(start + 1, Math.Min(file.Length, start + 200));
        return [.. file[..end], .. file[start..end], .. file[end..]];
    }

    // Runs of such bytes. Most are of the header, as they are rare among numbers.
    private static List<Range> Tokens(byte[] file, Func<byte, bool> belongs)
    {
        List<Range> tokens = [];
        for (int start = 0; start < file.Length; start++)
        {
            int end = start;
            while (end < file.Length && belongs(file[end]))
            {
                end++;
            }

            if (end > start)
            {
                tokens.Add(start..end);
            }

            start = end;
        }

        return tokens.Count > 0 ? tokens : [0..0];
    }
}
