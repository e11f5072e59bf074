namespace InitGen.Kernels.Normalizations;

/// <summary>Which values of a batch are normalized together: a set consists of runs of values that stand together.</summary>
internal readonly struct NormalizationShape
{
    private readonly int _groups;
    private readonly int _valuesOfGroup;

    private NormalizationShape(int channels, int positions, int groups, bool isPerValue)
    {
        Channels = channels;
        Positions = positions;
        IsPerValue = isPerValue;
        _groups = groups;
        _valuesOfGroup = groups == 0 ? 0 : channels / groups * positions;
    }

    /// <summary>The channels of a row.</summary>
    public int Channels { get; }

    /// <summary>The positions of a channel.</summary>
    public int Positions { get; }

    /// <summary>Whether each value of a row has a scale and a shift of its own; else each channel has.</summary>
    public bool IsPerValue { get; }

    /// <summary>Whether a set reaches over all rows.</summary>
    public bool IsOverRows => _groups == 0;

    /// <summary>Whether each set is a column of values that stand a row apart.</summary>
    public bool IsColumns => IsOverRows && Positions == 1;

    /// <summary>The number of scales, and of shifts.</summary>
    public int Parameters => IsPerValue ? Channels * Positions : Channels;

    /// <summary>The values of a run.</summary>
    public int RunLength => IsPerValue ? _valuesOfGroup : Positions;

    /// <summary>Batch normalization: a set for each channel, of its values at all positions of all rows.</summary>
    /// <param name="channels">The channels of a row.</param>
    /// <param name="positions">The positions of a channel.</param>
    public static NormalizationShape OfBatch(int channels, int positions) => new(channels, positions, groups: 0, isPerValue: false);

    /// <summary>Group normalization, and layer normalization with one group: sets for each row, one for each group of channels.</summary>
    /// <param name="channels">The channels of a row.</param>
    /// <param name="positions">The positions of a channel.</param>
    /// <param name="groups">The number of groups; it divides the channels.</param>
    /// <param name="isPerValue">Whether each value of a row has a scale and a shift of its own; else each channel has.</param>
    public static NormalizationShape OfGroups(int channels, int positions, int groups, bool isPerValue = false) =>
        new(channels, positions, groups, isPerValue || positions == 1);

    /// <summary>The number of sets.</summary>
    /// <param name="rows">The rows of the batch.</param>
    public int Sets(int rows) => IsOverRows ? Channels : rows * _groups;

    /// <summary>The runs of a set.</summary>
    /// <param name="rows">The rows of the batch.</param>
    public int Runs(int rows) => IsOverRows ? rows : _valuesOfGroup / RunLength;

    /// <summary>The place of a run.</summary>
    /// <param name="set">The set.</param>
    /// <param name="run">The run.</param>
    /// <returns>The row, where the run starts in it, and which scale and shift it has, or has first.</returns>
    public (int Row, int Start, int Parameter) this[int set, int run]
    {
        get
        {
            if (IsOverRows)
            {
                return (run, set * Positions, set);
            }

            int row = set / _groups;
            int start = (set % _groups * _valuesOfGroup) + (run * RunLength);
            return (row, start, IsPerValue ? start : start / Positions);
        }
    }
}
