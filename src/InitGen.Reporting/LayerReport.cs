using System.Collections.Generic;

namespace InitGen.Reporting;

/// <summary>One layer, measured and predicted.</summary>
public sealed record LayerReport
{
    /// <summary>Its number, from 1; the layers of a stack are counted one by one.</summary>
    public required int Number { get; init; }

    /// <summary>What was known of it before anything ran: its name, shape, activation and initializer.</summary>
    public required LayerInfo Info { get; init; }

    /// <summary>Its activations as measured. Those of a softmax layer are its logits.</summary>
    public required LayerStatistics Measured { get; init; }

    /// <summary>The gradients dL/dz of its pre-activations as measured.</summary>
    public required GradientStatistics Gradient { get; init; }

    /// <summary>The standard deviation of the gradients relative to that of the last layer: the measured twin of
    /// <see cref="LayerPrediction.GradientStdDev"/>. NaN where no gradient reaches the last layer.</summary>
    public required double GradientStdDev { get; init; }

    /// <summary>The standard deviation of its weights, as they are; the initializer's own is
    /// <see cref="LayerInfo.WeightStdDev"/>.</summary>
    public required double WeightStdDev { get; init; }

    /// <summary>The mean of its weights, as they are; the initializer's own is <see cref="LayerInfo.WeightMean"/>.</summary>
    public required double WeightMean { get; init; }

    /// <summary>How many units are exact copies of another, with the same weights and bias: its units less the different ones. They compute
    /// the same.</summary>
    public required int CopiedUnits { get; init; }

    /// <summary>How many of <see cref="CopiedUnits"/> are also weighed by the next layer as the unit that they copy: these get the same
    /// gradient too, so that no training parts them. In the last layer, 0.</summary>
    public required int InseparableUnits { get; init; }

    /// <summary>The singular values of its weights, largest first; empty where they were not asked for, or a weight is not
    /// finite.</summary>
    public IReadOnlyList<double> SingularValues { get; init; } = [];

    /// <summary>The number of its parameters.</summary>
    public long ParameterCount => Info.ParameterCount;

    /// <summary>The multiplications of an input with a weight, each with an addition, that one input of the network takes.</summary>
    public long MultiplyAdds => Info.WeightCount * Info.Output.Positions;

    /// <summary>The name of the layer.</summary>
    public string Name => Info.Name;

    /// <summary>What was predicted.</summary>
    public LayerPrediction Predicted => Info.Predicted;
}
