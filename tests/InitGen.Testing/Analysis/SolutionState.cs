using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing;

/// <summary>A project as a test sees it, and what must be reported of it.</summary>
public sealed class SolutionState
{
    /// <summary>The documents; they may contain markup.</summary>
    public SourceFileList Sources { get; } = [];

    /// <summary>The .editorconfig and .globalconfig files: their paths ("/.editorconfig" applies to every document) and contents.</summary>
    public List<(string FileName, string Content)> AnalyzerConfigFiles { get; } = [];

    /// <summary>References beyond the framework, InitGen and MathNet.</summary>
    public List<MetadataReference> AdditionalReferences { get; } = [];

    /// <summary>What must be reported besides what the markup says.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];
}
