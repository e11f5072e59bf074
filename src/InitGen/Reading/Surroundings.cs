using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>What a self-contained definition can depend on outside of its own file. In two compilations that are equal in this it reads the
/// same.</summary>
/// <param name="Declarations">A hash of what all files together declare of it: global usings, partial types, of which a definition may be
/// a part, and types and namespaces with a name of the <see cref="Vocabulary"/>, each with its place.</param>
/// <param name="HasGlobalAlias">Whether names can have other names in all files.</param>
/// <param name="References">The libraries.</param>
/// <param name="Options">How the compiler is set.</param>
internal sealed record Surroundings(string Declarations, bool HasGlobalAlias, ImmutableArray<MetadataReference> References, CompilationOptions Options)
{
    private static readonly ConditionalWeakTable<Compilation, Surroundings> OfCompilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, File> Files = new();

    /// <summary>The surroundings of the definitions in a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    public static Surroundings Of(Compilation compilation) => OfCompilations.GetValue(compilation, Read);

    private static Surroundings Read(Compilation compilation)
    {
        List<File> files = [.. compilation.SyntaxTrees.Select(static tree => Files.GetValue(tree, static key => new File(key.GetRoot())))];
        using var hash = SHA256.Create();
        byte[] declarations = hash.ComputeHash(Encoding.UTF8.GetBytes(string.Concat(files.Select(static file => file.Declarations))));
        return new Surroundings(
            Convert.ToBase64String(declarations),
            files.Exists(static file => file.HasGlobalAlias),
            compilation.ExternalReferences,
            compilation.Options);
    }

    private sealed class File
    {
        public File(SyntaxNode root)
        {
            StringBuilder declarations = new();
            foreach (SyntaxNode node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                if (node is UsingDirectiveSyntax { GlobalKeyword.RawKind: not 0 } directive)
                {
                    declarations.Append(directive).Append('\n');
                    HasGlobalAlias |= directive.Alias is not null;
                }
                else if (Tells(node))
                {
                    declarations.Append(string.Join(" in ", node.AncestorsAndSelf().Select(HeaderOf))).Append('\n');
                }
            }

            Declarations = declarations.ToString();
        }

        public string Declarations { get; }

        public bool HasGlobalAlias { get; }

        private static bool Tells(SyntaxNode node) => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.DescendantTokens().Any(static token => Vocabulary.All.Contains(token.ValueText)),
            BaseTypeDeclarationSyntax type => type.Modifiers.Any(SyntaxKind.PartialKeyword) || Vocabulary.All.Contains(type.Identifier.ValueText),
            DelegateDeclarationSyntax type => Vocabulary.All.Contains(type.Identifier.ValueText),
            _ => false,
        };

        private static string HeaderOf(SyntaxNode node) => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax type => $"{type.Modifiers} {type.Keyword} {type.Identifier}{type.TypeParameterList}",
            BaseTypeDeclarationSyntax type => $"{type.Modifiers} {type.Identifier}",
            DelegateDeclarationSyntax type => $"{type.Modifiers} {type.Identifier}{type.TypeParameterList}",
            _ => "",
        };
    }
}
