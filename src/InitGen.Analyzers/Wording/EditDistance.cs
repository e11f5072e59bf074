using System;
using System.Linq;

namespace InitGen.Analyzers.Wording;

/// <summary>How far apart two words are: how many characters must be inserted, removed or replaced (Levenshtein 1966).</summary>
internal static class EditDistance
{
    /// <summary>The distance between two words.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    public static int Between(string first, string second)
    {
        int[] distances = [.. Enumerable.Range(0, second.Length + 1)];
        for (int i = 0; i < first.Length; i++)
        {
            int diagonal = distances[0]++;
            for (int j = 0; j < second.Length; j++)
            {
                int replaced = diagonal + (first[i] == second[j] ? 0 : 1);
                diagonal = distances[j + 1];
                distances[j + 1] = Math.Min(replaced, Math.Min(distances[j], diagonal) + 1);
            }
        }

        return distances[second.Length];
    }
}
