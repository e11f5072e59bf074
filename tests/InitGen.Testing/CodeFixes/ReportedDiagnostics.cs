using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.CodeFixes;

/// <summary>Tells Fix All what was reported.</summary>
/// <param name="diagnostics">The diagnostics of each project.</param>
internal sealed class ReportedDiagnostics(IReadOnlyDictionary<ProjectId, ImmutableArray<Diagnostic>> diagnostics)
    : FixAllContext.DiagnosticProvider
{
    /// <inheritdoc/>
    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        Task.FromResult(diagnostics[document.Project.Id]
            .Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

    /// <inheritdoc/>
    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(diagnostics[project.Id].Where(diagnostic => !diagnostic.Location.IsInSource));

    /// <inheritdoc/>
    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<Diagnostic>>(diagnostics[project.Id]);
}
