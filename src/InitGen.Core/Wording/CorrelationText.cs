namespace InitGen.Wording;

/// <summary>Why a prediction is a range.</summary>
internal static class CorrelationText
{
    /// <summary>What it depends on, where [Network(InputCorrelation = …)] does not say it.</summary>
    public const string Reason = "by how alike neighbouring positions are";
}
