using System;
using System.Collections.Generic;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;

namespace InitGen.Tool.Inputs;

/// <summary>Which columns of a file are inputs.</summary>
internal sealed class ColumnSelection
{
    private const int MostShown = 10;

    private readonly string[] _names;
    private readonly (int First, int Last)[] _ranges;

    private ColumnSelection(string[] names, (int First, int Last)[] ranges) => (_names, _ranges) = (names, ranges);

    /// <summary>Whether columns are named, so that the first line has their names.</summary>
    public bool HasNames => _names.Any(name => name.Length > 0);

    /// <summary>Reads names, numbers from 1 and ranges: "2-785", "3-", "height,width".</summary>
    /// <param name="argument">The value of an option.</param>
    public static ColumnSelection? Parse(ArgumentResult argument)
    {
        string[] parts = argument.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
        var ranges = new (int First, int Last)[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length == 0)
            {
                argument.AddError("--columns has an empty name; give names, numbers from 1 and ranges, with commas between: 2-5,height.");
                return null;
            }

            if (RangeOf(parts[i]) is { } range)
            {
                if (range.First < 1 || range.Last < range.First)
                {
                    argument.AddError($"--columns has no columns in '{parts[i]}'; they are counted from 1, and a range goes upwards: 2-5.");
                    return null;
                }

                (ranges[i], parts[i]) = (range, "");
            }
        }

        return new ColumnSelection(parts, ranges);
    }

    /// <summary>The places of the columns, from 0, in the order in which they were given.</summary>
    /// <param name="headings">What stands in the first line; null where there is none.</param>
    /// <param name="count">How many columns there are.</param>
    /// <param name="place">The file, and the place in it.</param>
    /// <exception cref="ToolException">There is no such column.</exception>
    public int[] In(IReadOnlyList<string>? headings, int count, string place)
    {
        var places = new List<int>();
        foreach ((string name, (int first, int last)) in _names.Zip(_ranges))
        {
            if (name.Length > 0)
            {
                places.Add(PlaceOf(name, headings, place));
                continue;
            }

            int end = last == int.MaxValue ? count : last;
            if (first > count || end > count)
            {
                throw new ToolException(FormattableString.Invariant(
                    $"{place} has {count} column{(count == 1 ? "" : "s")}; --columns asks for column {Math.Max(first, end)}."));
            }

            places.AddRange(Enumerable.Range(first - 1, end - first + 1));
        }

        return [.. places];
    }

    private static int PlaceOf(string name, IReadOnlyList<string>? headings, string place)
    {
        if (headings is null)
        {
            throw new ToolException($"{place} has no names of columns, and --columns asks for '{name}'; give its number, from 1.");
        }

        int[] found = [.. Enumerable.Range(0, headings.Count).Where(column => headings[column] == name)];
        string known = string.Join(", ", headings.Take(MostShown)) + (headings.Count > MostShown ? ", …" : "");
        return found switch
        {
            [int one] => one,
            [] => throw new ToolException($"{place} has no column '{name}'; it has {known}."),
            _ => throw new ToolException(string.Create(
                CultureInfo.InvariantCulture,
                $"{place} has {found.Length} columns '{name}'; give the number of one, from 1: "
                    + $"{string.Join(", ", found.Select(column => column + 1))}.")),
        };
    }

    // "3" is one column, "3-" all from there on.
    private static (int First, int Last)? RangeOf(string part)
    {
        string[] ends = part.Split('-');
        return ends.Length <= 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            ? ends.Length == 1 ? (first, first)
            : ends[1].Length == 0 ? (first, int.MaxValue)
            : int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int last) ? (first, last)
            : null
            : null;
    }
}
