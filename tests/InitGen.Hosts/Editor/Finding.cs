namespace InitGen.Hosts.Editor;

/// <summary>What a host says of a place in a file, as a compiler prints it.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line of its start, from 1.</param>
/// <param name="Column">The column of its start, from 1.</param>
/// <param name="Severity">error, warning or note.</param>
/// <param name="Id">The rule.</param>
/// <param name="Message">What it says.</param>
internal sealed record Finding(string File, int Line, int Column, string Severity, string Id, string Message)
{
    /// <summary>Whether the compiler says it, not the package.</summary>
    public bool IsOfCompiler => Id.StartsWith("CS", System.StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line},{Column}): {Severity} {Id}: {Message}";
}
