using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;

namespace InitGen.Propagation;

/// <summary>The tangent kernel of wide layers at initialization: the product of the gradients that two inputs give one output, over all
/// parameters, Θ = Σ m·g·(n·E[x·x'] + 1), with the covariance g of the gradients of a layer's pre-activations and the 1 for its bias
/// (Jacot et al. 2018; Lee et al. 2019). A step of gradient descent of rate η changes an output by η·Θ times the error.</summary>
/// <param name="Common">Θ for two different inputs: how far a step for one moves the other.</param>
/// <param name="Separating">What Θ is more for an input and itself: how far a step tells it from others.</param>
internal readonly record struct TangentKernel(double Common, double Separating)
{
    /// <summary>Nothing is known.</summary>
    internal static readonly TangentKernel Unknown = new(double.NaN, double.NaN);

    // Chosen on random networks; docs/accuracy.md says what they are worth on others.
    private const double SmallestStep = 0.5;
    private const double LargestStep = 10;

    // Of the mean over a batch, an input's own part is its share.
    private const double BatchSize = 32;

    /// <summary>The rates of gradient descent that are predicted to train: a step tells inputs apart, and the mean over a batch does not
    /// diverge.</summary>
    public LearningRateWindow LearningRates =>
        new() { Smallest = SmallestStep / Separating, Largest = LargestStep / (Common + (Separating / BatchSize)) };

    /// <summary>The kernel of a network.</summary>
    /// <param name="network">The network, for its input.</param>
    /// <param name="layers">Its resolved layers.</param>
    /// <param name="signals">Their predicted forward signals.</param>
    public static TangentKernel Of(NetworkSpec network, IReadOnlyList<ResolvedLayer> layers, IReadOnlyList<LayerSignal> signals)
    {
        // Of sums, no theory is written.
        if (layers.Where(static (layer, index) => layer.From.Count != 1 || layer.From[0] != index - 1).Any())
        {
            return Unknown;
        }

        double common = 0;
        double separating = 0;

        // The gradients of all units together, of the one output first: their covariance for two inputs, and what of the variance it lacks.
        double gradient = 1;
        double difference = 0;
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            ResolvedLayer layer = layers[i];
            Signal input = SignalPropagation.InputsOf(network, layer, signals)[0];
            (double inputs, double weights) = layer.Spec.TangentTerm(layer, [input]);
            double bias = layer.Biases is null ? 0 : 1;
            double own = (inputs * input.RootMeanSquare * input.RootMeanSquare) + bias;
            double apart = inputs * input.Difference * input.Difference;
            common += SignalPropagation.Times(gradient, own - apart);
            separating += SignalPropagation.Times(gradient, apart) + SignalPropagation.Times(difference, own);
            if (i > 0)
            {
                double slope = signals[i - 1].Moments.DerivativeSecondMoment;
                double slopeApart = signals[i - 1].Pair.DerivativeStdDev * signals[i - 1].Pair.DerivativeStdDev;
                difference = SignalPropagation.Times(
                    weights, SignalPropagation.Times(slope, difference) + SignalPropagation.Times(slopeApart, gradient));
                gradient = SignalPropagation.Times(weights, SignalPropagation.Times(slope - slopeApart, gradient));
            }
        }

        return new TangentKernel(common, separating);
    }
}
