using System;
using InitGen.Kernels.Matrices;
using InitGen.Statistics;

namespace InitGen.Kernels;

/// <summary>What the parts of a layer measure of a block of rows, each for itself, to be merged in their order: the figures do not depend
/// on which thread did which part.</summary>
internal readonly unsafe struct PartMeasurements
{
    private readonly LayerStatistics* _statistics;
    private readonly int* _activeUnits;
    private readonly double* _means;
    private readonly PanelGrid _grid;
    private readonly int _positions;

    /// <summary>Nothing measured yet.</summary>
    /// <param name="workspace">Whose memory it stands in.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="grid">How the block is cut.</param>
    public PartMeasurements(Workspace workspace, LayerInfo layer, PanelGrid grid)
    {
        _grid = grid;
        _positions = (int)layer.Output.Positions;
        _statistics = workspace.PartStatistics.Reserve(grid.Count);
        new Span<LayerStatistics>(_statistics, grid.Count).Fill(LayerStatistics.For(in layer));

        int units = grid.Count * grid.Width;
        _activeUnits = workspace.PartActiveUnits.Reserve(units);
        new Span<int>(_activeUnits, units).Clear();
        _means = workspace.PartMeans.Reserve(units);
    }

    /// <summary>Whether nothing is to be measured.</summary>
    public bool IsEmpty => _statistics == null;

    /// <summary>Adds the values of a part, row after row, in each unit after unit.</summary>
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
            new Span<int>(_activeUnits + (part * _grid.Width), units),
            new Span<double>(_means + (part * _grid.Width), units),
            _positions);

    /// <summary>Adds all parts to the figures of the layer.</summary>
    /// <param name="statistics">The statistics of the layer.</param>
    /// <param name="units">The units of the layer.</param>
    /// <param name="before">How many rows they measured before this block.</param>
    public void AddTo(ref LayerStatistics statistics, UnitMeasurement* units, long before)
    {
        for (int part = 0; part < _grid.Count; part++)
        {
            statistics.Merge(in _statistics[part]);
            (int row, int rows, int unit, int count) = _grid[part];
            double squares = 0;
            for (int i = 0; i < count; i++)
            {
                int place = (part * _grid.Width) + i;
                squares += units[unit + i].Add(
                    _activeUnits[place] != 0, _means[place], (long)rows * _positions, (before + row) * _positions);
            }

            statistics.AddSquaredDeviations(squares);
        }
    }
}
