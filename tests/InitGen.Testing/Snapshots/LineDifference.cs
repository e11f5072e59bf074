using System.Collections.Generic;
using System.Linq;

namespace InitGen.Testing.Snapshots;

/// <summary>Shows how two texts differ, line by line.</summary>
public static class LineDifference
{
    /// <summary>Lines that only the expected text has start with "- ", lines that only the actual one has with "+ ". Tabs and carriage
    /// returns are shown.</summary>
    /// <param name="expected">The expected text.</param>
    /// <param name="actual">The actual text.</param>
    public static string Of(string expected, string actual)
    {
        string[] left = Lines(expected);
        string[] right = Lines(actual);
        int[,] common = LongestCommonSubsequences(left, right);
        var difference = new List<string>();
        (int i, int j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                difference.Add("  " + left[i++]);
                j++;
            }
            else if (j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                difference.Add("- " + left[i++]);
            }
            else
            {
                difference.Add("+ " + right[j++]);
            }
        }

        return string.Join('\n', difference);
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Replace("\r", "␍").Replace("\t", "␉"))];

    // At [i, j], the length of the longest common subsequence of what follows line i of one text and line j of the other.
    private static int[,] LongestCommonSubsequences(string[] left, string[] right)
    {
        int[,] lengths = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            for (int j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : int.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
