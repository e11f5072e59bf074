namespace InitGen;

/// <summary>STUB.</summary>
public struct LayerStatistics;
