using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing.Analysis;

/// <summary>Makes projects of a workspace out of what a test says.</summary>
internal static class TestSolution
{
    /// <summary>The same solution with a further project.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="name">The project's name.</param>
    /// <param name="state">Its documents, without markup, and its references.</param>
    /// <param name="test">The test, for its options and generators.</param>
    public static Project AddProject(Solution solution, string name, SolutionState state, AnalyzerTest test)
    {
        var projectId = ProjectId.CreateNewId(name);
        var project = ProjectInfo.Create(
            projectId,
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: test.CompilationOptions,
            parseOptions: test.ParseOptions,
            documents: Documents(projectId, state.Sources),
            metadataReferences: [.. ReferenceAssemblies.Default, .. state.AdditionalReferences],
            analyzerReferences: [new GeneratorReference([.. test.CreateSourceGenerators()])]);
        solution = solution.AddProject(project.WithAnalyzerConfigDocuments(Documents(projectId, state.AnalyzerConfigFiles)));
        foreach (var transform in test.SolutionTransforms)
        {
            solution = transform(solution, projectId);
        }

        return solution.GetProject(projectId)!;
    }

    /// <summary>The contents of a project's documents, by path.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<SortedDictionary<string, string>> ContentsAsync(Project project, CancellationToken cancellationToken)
    {
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (Document document in project.Documents)
        {
            contents.Add(document.FilePath!, (await document.GetTextAsync(cancellationToken)).ToString());
        }

        return contents;
    }

    private static IEnumerable<DocumentInfo> Documents(ProjectId projectId, List<(string FileName, string Content)> files) =>
        files.Select(file => DocumentInfo.Create(
            DocumentId.CreateNewId(projectId, file.FileName),
            Path.GetFileName(file.FileName),
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(file.Content), VersionStamp.Default, file.FileName)),
            filePath: file.FileName));
}
