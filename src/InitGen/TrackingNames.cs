namespace InitGen;

/// <summary>The names of the generator's steps, by which tests see what an edit made it do again.</summary>
public static class TrackingNames
{
    /// <summary>Definitions are read.</summary>
    public const string Reading = "Reading";

    /// <summary>The networks that can be generated.</summary>
    public const string Model = "Model";

    /// <summary>Layers are resolved and predicted.</summary>
    public const string Plan = "Plan";

    /// <summary>The text of networks.</summary>
    public const string Text = "Text";

    /// <summary>The text of what stands in for networks with a mistake, and for layers that are in no network.</summary>
    public const string StandIn = "StandIn";
}
