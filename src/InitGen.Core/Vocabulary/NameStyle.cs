namespace InitGen;

/// <summary>How names of members become names in files.</summary>
public enum NameStyle
{
    /// <summary>As they are: "Layer1.0.Conv1.weight".</summary>
    AsDeclared,

    /// <summary>In small letters with underscores between words, as Python has them: "layer1.0.conv1.weight".</summary>
    SnakeCase,
}
