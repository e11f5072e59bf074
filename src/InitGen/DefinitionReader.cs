using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen;

/// <summary>Reads what the generator needs of all definitions in a compilation.</summary>
/// <param name="forms">The kinds of layers.</param>
internal sealed class DefinitionReader(LayerForms forms)
{
    /// <summary>Reads the kinds of layers that the library has.</summary>
    public static readonly DefinitionReader Default = new(LayerForms.Default);

    private readonly ConditionalWeakTable<SyntaxTree, Candidates> _candidatesOfFiles = new();
    private readonly ImmutableHashSet<string> _knownNames =
    [
        .. forms.All.Select(static form => form.AttributeName).Concat(TypeNames.OfDefinitions)
            .Select(static name => name.Substring(name.LastIndexOf('.') + 1))
            .SelectMany(static name => (IEnumerable<string>)[name, name.Substring(0, name.Length - nameof(System.Attribute).Length)]),
    ];

    // The mistakes that keep the compiler from running analyzers, where the compiler's own words do not say what to do.
    private static readonly ImmutableArray<string> UnheardIds = [PartialTypesRule.Id, LayerPropertyRule.Id, LanguageVersionRule.Id];

    /// <summary>Reads the networks of a compilation, and the layers that are in none: one reading for each file that is made.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public ImmutableArray<DefinitionReading> Read(Compilation compilation, CancellationToken cancellation) =>
    [
        .. CandidatesIn(compilation)
            .Select(definition => Read(definition, compilation, cancellation))
            .OfType<DefinitionReading>()
            .GroupBy(static reading => reading.HintName)

            // A class and an interface of one name are two types, which the compiler reports; there is one file of that name.
            .Select(static readings => readings.First()),
    ];

    /// <summary>The mistakes in a compilation of which the compiler keeps the analyzers from telling.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public IEnumerable<Diagnostic> UnheardMistakes(Compilation compilation, CancellationToken cancellation) => CandidatesIn(compilation)
        .Select(definition => ReadNetwork(definition, compilation, cancellation))
        .OfType<NetworkDeclaration>()
        .SelectMany(DefinitionRules.Check)
        .Where(static mistake => UnheardIds.Contains(mistake.Id));

    private IEnumerable<TypeDeclarationSyntax> CandidatesIn(Compilation compilation)
    {
        Candidates[] files = [.. compilation.SyntaxTrees.Select(tree => _candidatesOfFiles.GetValue(tree, key => new Candidates(key, _knownNames)))];
        bool hasGlobalAlias = files.Any(static file => file.HasGlobalAlias);
        return files.SelectMany(file => hasGlobalAlias || file.HasAlias ? file.WithAnyAttribute : file.WithKnownAttribute);
    }

    private DefinitionReading? Read(TypeDeclarationSyntax definition, Compilation compilation, CancellationToken cancellation)
    {
        if (ReadNetwork(definition, compilation, cancellation) is not { } network)
        {
            return ReadOutsideNetworks(definition, compilation, cancellation);
        }

        bool isRight = DefinitionRules.AreKept(network, cancellation);
        return new DefinitionReading(network.HintName)
        {
            Network = isRight && !network.IsBlock ? ModelReader.Read(network, cancellation) : null,
            Block = isRight && network.IsBlock ? ModelReader.ReadBlock(network, cancellation) : null,
            StandIn = isRight ? null : StandIn.Of(network),
            StopsCompiler = !isRight && network.Members.Any(static member => StandIn.StopsCompiler(member.Property)),
        };
    }

    // Where the attribute stands on several parts of the type, which the compiler reports, one of them counts.
    private NetworkDeclaration? ReadNetwork(TypeDeclarationSyntax definition, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return compilation.GetSemanticModel(definition.SyntaxTree).GetDeclaredSymbol(definition, cancellation) is { } type
            && NetworkReader.ReadEither(type, WellKnownTypes.Of(compilation, forms), cancellation) is { } network && network.Syntax == definition
                ? network
                : null;
    }

    private DefinitionReading? ReadOutsideNetworks(TypeDeclarationSyntax definition, Compilation compilation, CancellationToken cancellation)
    {
        WellKnownTypes types = WellKnownTypes.Of(compilation, forms);
        SemanticModel model = compilation.GetSemanticModel(definition.SyntaxTree);
        IPropertySymbol[] layers =
        [
            .. definition.Members.OfType<PropertyDeclarationSyntax>().Where(static property => property.AttributeLists.Count > 0)
                .Select(property => model.GetDeclaredSymbol(property, cancellation)).OfType<IPropertySymbol>()
                .Where(property => DefinitionRules.CheckOutsideNetworks(property, types).Any()
                    && SymbolEqualityComparer.Default.Equals(property, property.ContainingType.GetMembers(property.Name)[0])),
        ];
        return layers.Length > 0 && StandIn.Of(layers) is { } standIn ? new DefinitionReading(standIn.HintName) { StandIn = standIn } : null;
    }

    /// <summary>The declarations in a file that can define a network or have layers, as far as they say themselves.</summary>
    private sealed class Candidates
    {
        public Candidates(SyntaxTree file, ImmutableHashSet<string> knownNames)
        {
            List<TypeDeclarationSyntax> types = [];
            foreach (SyntaxNode node in file.GetRoot()
                .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                if (node is UsingDirectiveSyntax { Alias: not null } alias)
                {
                    HasAlias = true;
                    HasGlobalAlias |= alias.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
                }
                else if (node is TypeDeclarationSyntax type && AttributesOf(type).Any())
                {
                    types.Add(type);
                }
            }

            WithAnyAttribute = [.. types];
            WithKnownAttribute = [.. types.Where(type => AttributesOf(type).Any(attribute => knownNames.Contains(attribute.Name.GetLastToken().ValueText)))];
        }

        public ImmutableArray<TypeDeclarationSyntax> WithAnyAttribute { get; }

        public ImmutableArray<TypeDeclarationSyntax> WithKnownAttribute { get; }

        /// <summary>Whether an attribute can have another name in the file.</summary>
        public bool HasAlias { get; }

        /// <summary>Whether an attribute can have another name in all files.</summary>
        public bool HasGlobalAlias { get; }

        private static IEnumerable<AttributeSyntax> AttributesOf(TypeDeclarationSyntax type) =>
            type.AttributeLists.Concat(type.Members.OfType<PropertyDeclarationSyntax>().SelectMany(static property => property.AttributeLists))
                .SelectMany(static list => list.Attributes);
    }
}

/// <summary>What a declaration is read as: a network or a block, or what stands in for one with a mistake, or for layers that are in none.</summary>
/// <param name="HintName">The name of the file that is made of it.</param>
internal sealed record DefinitionReading(string HintName)
{
    /// <summary>The network; null without one, or where it has a mistake.</summary>
    public NetworkModel? Network { get; init; }

    /// <summary>The block; null without one, or where it has a mistake.</summary>
    public BlockModel? Block { get; init; }

    /// <summary>What stands in for it; null where nothing has to, or nothing can.</summary>
    public StandIn? StandIn { get; init; }

    /// <summary>Whether its mistake is one at which the compiler stops before it runs analyzers.</summary>
    public bool StopsCompiler { get; init; }
}
