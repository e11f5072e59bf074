using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen.Wording;

/// <summary>Words that were meant where others were written.</summary>
internal static class Spelling
{
    /// <summary>The word that was probably meant: the nearest one that a third of the letters, but at least one, tells apart.</summary>
    /// <param name="word">The word that was written.</param>
    /// <param name="known">The words that could have been meant.</param>
    /// <returns>The nearest; the first of those that are equally near; null where none is near.</returns>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
        .Where(candidate => candidate.Distance <= Math.Max(1, Math.Min(word.Length, candidate.Word.Length) / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();

    /// <summary>How many letters are to be written, left out, changed or swapped with their neighbour, in any case: the distance of Damerau
    /// and Levenshtein with restricted edits.</summary>
    private static int Distance(string word, string other)
    {
        int[,] distances = new int[word.Length + 1, other.Length + 1];
        for (int i = 0; i <= word.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1,
                        distances[i - 1, j - 1] + (IsSame(word[i - 1], other[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && IsSame(word[i - 1], other[j - 2]) && IsSame(word[i - 2], other[j - 1]))
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[word.Length, other.Length];
    }

    private static bool IsSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
