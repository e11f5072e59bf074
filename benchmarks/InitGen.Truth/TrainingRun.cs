namespace InitGen.Truth;

/// <summary>How a network was trained once.</summary>
/// <param name="Method">The optimizer.</param>
/// <param name="Score">The score on the test examples after the best epoch; NaN where the weights grew beyond all bounds.</param>
/// <param name="Epochs">The number of epochs until it had learned, was lost or was given up.</param>
internal sealed record TrainingRun(TrainingMethod Method, double Score, int Epochs);
