using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>What the parts of a layer measure of a block of rows, each for itself, to be merged in their order: the figures do not depend
/// on which thread did which part.</summary>
internal readonly unsafe struct PartMeasurements
{
    private readonly LayerStatistics* _statistics;
    private readonly int* _activeUnits;
    private readonly PanelGrid _grid;

    /// <summary>Nothing measured yet.</summary>
    /// <param name="workspace">Whose memory it stands in.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="grid">How the block is cut.</param>
    public PartMeasurements(Workspace workspace, in LayerInfo layer, PanelGrid grid)
    {
        _grid = grid;
        _statistics = workspace.PartStatistics.Reserve(grid.Count);
        new Span<LayerStatistics>(_statistics, grid.Count).Fill(LayerStatistics.For(in layer));

        int flags = grid.Count * grid.Width;
        _activeUnits = workspace.PartActiveUnits.Reserve(flags);
        new Span<int>(_activeUnits, flags).Clear();
    }

    /// <summary>Whether nothing is to be measured.</summary>
    public bool IsEmpty => _statistics == null;

    /// <summary>Adds the values of a part, row after row.</summary>
    /// <param name="part">The part.</param>
    /// <param name="units">How many units it has.</param>
    /// <param name="preActivations">z; overwritten.</param>
    /// <param name="activations">φ(z); overwritten.</param>
    /// <param name="derivatives">φ'(z); overwritten.</param>
    /// <param name="saturationThreshold">The |φ'| below which a unit is saturated.</param>
    public void Add(
        int part, int units, Span<float> preActivations, Span<float> activations, Span<float> derivatives, float saturationThreshold) =>
        SignalMeasurement.Add(
            ref _statistics[part],
            preActivations,
            activations,
            derivatives,
            saturationThreshold,
            new Span<int>(_activeUnits + (part * _grid.Width), units));

    /// <summary>Adds all parts to the figures of the layer.</summary>
    /// <param name="statistics">The statistics of the layer.</param>
    /// <param name="activeUnits">One flag for each unit; set to −1 where it passed a gradient.</param>
    public void AddTo(ref LayerStatistics statistics, int* activeUnits)
    {
        for (int part = 0; part < _grid.Count; part++)
        {
            statistics.Merge(in _statistics[part]);
            (_, _, int unit, int units) = _grid[part];
            for (int i = 0; i < units; i++)
            {
                activeUnits[unit + i] |= _activeUnits[(part * _grid.Width) + i];
            }
        }
    }
}
