namespace InitGen.Emit;

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its text.</param>
public sealed record SourceFile(string HintName, string Text);
