using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>All of a compilation that its definitions can depend on: everything but ordinary comments and the bodies of members. Where two
/// compilations are equal in this, their definitions read the same. (ForAttributeWithMetadataName would bind all attributes of all networks
/// anew after every edit.)</summary>
internal sealed class Declarations : IEquatable<Declarations>
{
    private static readonly ConditionalWeakTable<SyntaxTree, File> Files = new();

    private readonly ImmutableArray<File> _files;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CompilationOptions _options;
    private readonly string? _assembly;
    private Compilation? _unread;

    private Declarations(Compilation compilation)
    {
        _files = [.. compilation.SyntaxTrees.Select(static tree => Files.GetValue(tree, static key => File.Of(key)))];
        _references = compilation.ExternalReferences;
        _options = compilation.Options;
        _assembly = compilation.AssemblyName;
        _unread = compilation;
    }

    /// <summary>The declarations of a compilation, not read yet.</summary>
    public static Declarations Of(Compilation compilation) => new(compilation);

    /// <summary>Reads the compilation, once: what is kept of it afterwards holds neither it nor its code.</summary>
    public ImmutableArray<T> Read<T>(Func<Compilation, CancellationToken, ImmutableArray<T>> read, CancellationToken cancellation)
    {
        ImmutableArray<T> values = read(_unread!, cancellation);
        _unread = null;
        return values;
    }

    /// <summary>Whether one, which was read, makes it needless to read the other.</summary>
    public bool Equals(Declarations? other) => other is not null
        && (_unread is null || other._unread is null)
        && _assembly == other._assembly
        && _options.Equals(other._options)
        && _references.SequenceEqual(other._references)
        && _files.SequenceEqual(other._files);

    public override bool Equals(object? obj) => Equals(obj as Declarations);

    public override int GetHashCode() => _files.Length;

    private sealed record File(string Path, ParseOptions Options, string Declarations)
    {
        public static File Of(SyntaxTree tree)
        {
            StringBuilder declarations = new();
            foreach (SyntaxNodeOrToken part in tree.GetRoot().DescendantNodesAndTokensAndSelf(static node => !IsBody(node)))
            {
                declarations.Append(part.RawKind).Append(' ');
                if (part.IsToken)
                {
                    AppendText(declarations, part.AsToken().Text);
                    foreach (SyntaxTrivia trivia in part.GetLeadingTrivia().Concat(part.GetTrailingTrivia()).Where(static trivia => trivia.HasStructure))
                    {
                        // Documentation, of which there is much in what is read, and directives.
                        AppendText(declarations, trivia.ToFullString());
                    }
                }
            }

            using SHA256 hash = SHA256.Create();
            return new File(tree.FilePath, tree.Options, Convert.ToBase64String(hash.ComputeHash(Encoding.Unicode.GetBytes(declarations.ToString()))));
        }

        // A directive in a body can hold behind it too.
        private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax && !node.ContainsDirectives;

        private static void AppendText(StringBuilder declarations, string text) => declarations.Append(text.Length).Append(' ').Append(text);
    }
}
