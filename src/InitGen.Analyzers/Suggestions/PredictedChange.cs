using InitGen.Layers;
using InitGen.Wording;

namespace InitGen.Analyzers.Suggestions;

/// <summary>What a remedy does to the standard deviation of a layer's activations, in numbers and in words.</summary>
/// <param name="Before">The predicted standard deviation as written; NaN where it is unknown.</param>
/// <param name="After">The predicted standard deviation with the remedy.</param>
/// <param name="Layer">The layer; null for the last one.</param>
internal sealed record PredictedChange(double Before, double After, ResolvedLayer? Layer)
{
    // A quarter is what the standard deviation of a layer of some ten units varies from seed to seed, 1/√(2·10) = 22 %.
    private const double VisibleFactor = 1.25;

    // Less than that nobody sees in a message, nor in training.
    private const double NegligibleFactor = 1.1;

    // Of networks that lose or gain less, nearly all train as they are (docs/accuracy.md).
    private const double LargeFactor = 20;

    /// <summary>Whether the remedy changes the standard deviation by more than a factor of 20.</summary>
    public bool IsLarge => IsBeyond(LargeFactor);

    /// <summary>Whether the remedy changes the standard deviation by less than a tenth.</summary>
    public bool IsNegligible => !IsBeyond(NegligibleFactor);

    /// <summary>Whether the remedy changes the standard deviation by more than a quarter.</summary>
    public bool IsVisible => IsBeyond(VisibleFactor);

    /// <summary>As a message says it: "predicted standard deviation 0.026 at the last layer, 0.82 with HeNormal".</summary>
    /// <param name="suggestion">The initializer.</param>
    public string Message(SuggestedInitializer suggestion) => Message($"with {suggestion.Text}");

    /// <summary>As a message says it: "predicted standard deviation 32 at the last layer, 1 without it".</summary>
    /// <param name="remedy">What is done, as it stands behind a number.</param>
    public string Message(string remedy)
    {
        string place = Layer is null ? "at the last layer" : $"at layer '{Layer.Name}'";
        return double.IsNaN(Before)
            ? $"predicted standard deviation {NumberText.Of(After)} {place} {remedy}"
            : $"predicted standard deviation {NumberText.Of(Before)} {place}, {NumberText.Of(After)} {remedy}";
    }

    /// <summary>As the title of a fix says it: "predicted std at the output 0.82 instead of 0.026".</summary>
    public string Title
    {
        get
        {
            string place = Layer is null ? "at the output" : $"at '{Layer.Name}'";
            string instead = double.IsNaN(Before) ? "" : $" instead of {NumberText.Of(Before)}";
            return $"predicted std {place} {NumberText.Of(After)}{instead}";
        }
    }

    private bool IsBeyond(double factor) => Before > factor * After || After > factor * Before;
}
