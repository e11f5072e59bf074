using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using InitGen.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>Reads the layers of a type and, copy by copy, those of the blocks that it uses: behind it, nobody has to know of blocks.</summary>
internal sealed class LayerReader
{
    private readonly WellKnownTypes _types;
    private readonly NameStyle _style;
    private readonly Shape _input;
    private readonly double _perDepth;
    private readonly CancellationToken _cancellation;
    private readonly List<LayerDeclaration> _layers = [];
    private readonly List<Shape> _outputs = [];
    private bool _readsDepth;

    private LayerReader(WellKnownTypes types, NameStyle style, Shape input, double perDepth, CancellationToken cancellation)
    {
        _types = types;
        _style = style;
        _input = input;
        _perDepth = perDepth;
        _cancellation = cancellation;
    }

    /// <summary>The layers of a network.</summary>
    /// <param name="type">The network.</param>
    /// <param name="input">The shape of its input.</param>
    /// <param name="style">How names of members become names in files.</param>
    /// <param name="types">The library's types in the same compilation.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static (ImmutableArray<MemberDeclaration> Members, ImmutableArray<LayerDeclaration> Layers) ReadNetwork(
        INamedTypeSymbol type, Shape input, NameStyle style, WellKnownTypes types, CancellationToken cancellation)
    {
        LayerReader reader = new(types, style, input, perDepth: 1, cancellation);
        var members = reader.ReadMembers(new Scope { Type = type }, out _);
        if (reader._readsDepth)
        {
            int branches = reader._layers.Count(static layer => layer.Spec is AddSpec);
            reader = new LayerReader(types, style, input, perDepth: 1 / Math.Sqrt(branches), cancellation);
            members = reader.ReadMembers(new Scope { Type = type }, out _);
        }

        return (members, [.. reader._layers]);
    }

    /// <summary>The layers of a block by itself: what comes in is not known.</summary>
    /// <param name="type">The class of the block.</param>
    /// <param name="types">The library's types in the same compilation.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static (ImmutableArray<MemberDeclaration> Members, ImmutableArray<LayerDeclaration> Layers) ReadBlock(
        INamedTypeSymbol type, WellKnownTypes types, CancellationToken cancellation)
    {
        LayerReader reader = new(types, NameStyle.AsDeclared, new Shape(0), perDepth: 1, cancellation);
        Scope scope = new() { Type = type, Sizes = BlockSizes.OfNoUse };
        var members = reader.ReadMembers(scope, out int last);
        if (members.LastOrDefault() is { } end)
        {
            reader.ReadSum(scope, end, type.Name, last);
        }

        return (members, [.. reader._layers]);
    }

    private ImmutableArray<MemberDeclaration> ReadMembers(Scope scope, out int last)
    {
        IPropertySymbol[] properties = [.. scope.Type.GetMembers().OfType<IPropertySymbol>().Where(property => property.GetAttributes().Any(_types.IsLayerAttribute))];
        var before = new Dictionary<string, int>();
        if (scope.Sizes is not null)
        {
            before[Block.Input] = scope.Input;
        }

        bool isResidual = ResidualOf(scope.Type) is not null;
        var members = new List<MemberDeclaration>();
        last = scope.Input;
        foreach (IPropertySymbol property in properties.Where(property => !isResidual || !IsShortcut(property)))
        {
            members.Add(ReadMember(property, scope, before, ref last));
        }

        // By itself, a block is read with all that it can have.
        scope.Shortcut = scope.Input;
        if (_input.Size == 0 || OutputOf(last) != OutputOf(scope.Input))
        {
            foreach (IPropertySymbol property in properties.Where(property => isResidual && IsShortcut(property)))
            {
                int shortcut = scope.Shortcut;
                members.Add(ReadMember(property, scope, before, ref shortcut));
                scope.Shortcut = shortcut;
            }
        }

        return [.. members.OrderBy(member => Array.IndexOf(properties, member.Property))];
    }

    private MemberDeclaration ReadMember(IPropertySymbol property, Scope scope, Dictionary<string, int> before, ref int last)
    {
        _cancellation.ThrowIfCancellationRequested();
        ImmutableArray<AttributeData> attributes = property.GetAttributes();
        ImmutableArray<AttributeData> layers = attributes.RemoveAll(attribute => !_types.IsLayerAttribute(attribute));
        AttributeArguments arguments = new(layers[0], _cancellation, scope.Sizes);
        var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) as BasePropertyDeclarationSyntax;
        AttributeArguments? fileName = attributes.FirstOrDefault(attribute => WellKnownTypes.IsOf(attribute, _types.NameAttribute)) is { } named
            ? new AttributeArguments(named, _cancellation)
            : null;
        string file = scope.FileName + (fileName?.ValueOf<string?>(nameof(NameAttribute.Name), null) ?? Styled(property.Name));
        MemberDeclaration member;
        if (_types.KindOf(layers[0]) is { } kind)
        {
            // A kind with a type of its own may be shown as a layer of any kind too.
            bool isGeneral = IsOf(property, _types.Layer) || IsOf(property, _types.LayerStack);
            (INamedTypeSymbol? one, INamedTypeSymbol? stack) = isGeneral ? (_types.Layer, _types.LayerStack) : (kind.LayerType, kind.StackType);
            LayerSpec spec = kind.Form.Read(scope.Name + property.Name, IsOf(property, stack), arguments, _layers.Count, last, before);
            member = Add(new LayerDeclaration
            {
                Form = kind.Form,
                Property = property,
                Syntax = syntax,
                Arguments = arguments,
                OtherAttributes = layers.RemoveAt(0),
                FileName = fileName,
                IsShortcut = IsShortcut(property),
                Spec = Decided(spec with { FileName = file == spec.Name ? null : file }),
                Inputs = LayerResolution.InputsOf(_input, spec, _outputs),
                ViewType = spec.IsStack || spec.Repeat != 1 ? stack : one,
                Use = scope.Use,
            });
            last = _layers.Count - 1;
        }
        else
        {
            INamedTypeSymbol? block = _types.BlockOf(property.Type, out bool isStack);
            bool isCircular = block is not null && BlocksIn(block, new(SymbolEqualityComparer.Default)).Contains(block, SymbolEqualityComparer.Default);
            BlockUse use = new()
            {
                Property = property,
                Syntax = syntax,
                Arguments = arguments,
                OtherAttributes = layers.RemoveAt(0),
                FileName = fileName,
                IsShortcut = IsShortcut(property),
                Block = block,
                IsStack = isStack,
                IsCircular = isCircular,
                ViewType = block is null ? null
                    : isStack || arguments.ValueOf(nameof(LayerAttribute.Repeat), 1) != 1 ? _types.BlockStack?.Construct(block) : block,
            };
            if (arguments.ValueOf<string?>(nameof(LayerAttribute.From), null) is { } source)
            {
                last = before.TryGetValue(source, out int number) ? number : LayerSpec.Missing;
            }

            if (block is not null && !isCircular)
            {
                ReadCopies(use, scope, file, ref last);
            }

            member = use;
        }

        before[property.Name] = last;
        return member;
    }

    private void ReadCopies(BlockUse use, Scope around, string file, ref int last)
    {
        // More layers than a network can have are not read to the end: a rule says so.
        for (int copy = 0; copy < use.Repeat && _layers.Count <= LayerResolution.MostLayers; copy++)
        {
            string name = around.Name + use.Name + (use.IsStack ? $".{copy}" : "");
            int units = OutputOf(last).Units;
            int channels = use.Arguments.ValueOf(nameof(BlockAttribute.Channels), 0);
            Scope scope = new()
            {
                Type = use.Block!,
                Name = name + ".",
                FileName = file + (use.IsStack ? $".{copy}." : "."),
                Sizes = new BlockSizes(channels == 0 ? units : channels, units, copy == 0 ? use.Arguments.ValueOf(nameof(BlockAttribute.Stride), 1) : 1),
                Input = last,
                Use = around.Use ?? use,
            };
            int count = _layers.Count;
            ReadMembers(scope, out last);
            if (_layers.Count == count)
            {
                return; // a block without layers, of which a rule says so
            }

            ReadSum(scope, use, name, last);
            last = _layers.Count - 1;
        }
    }

    // The sum at the end of a residual block, of its branch and what goes around it.
    private void ReadSum(Scope scope, MemberDeclaration member, string name, int last)
    {
        if (ResidualOf(scope.Type) is not { } attribute)
        {
            return;
        }

        AttributeArguments arguments = new(attribute, _cancellation, scope.Sizes);
        if (arguments.ValueOf(nameof(ResidualAttribute.IsOptional), false) && scope.Shortcut == scope.Input && OutputOf(last) != OutputOf(scope.Input))
        {
            return;
        }

        LayerForm form = _types.LayerKinds.Select(static kind => kind.Form).First(static form => form.SpecType == typeof(AddSpec));
        LayerSpec spec = form.Read(name, isStack: false, arguments, _layers.Count, last, ImmutableDictionary<string, int>.Empty) with
        {
            From = new EquatableArray<int>([last, scope.Shortcut]),
        };
        Add(new LayerDeclaration
        {
            Form = form,
            Property = member.Property,
            Syntax = member.Syntax,
            Arguments = arguments,
            Spec = Decided(spec),
            Inputs = LayerResolution.InputsOf(_input, spec, _outputs),
            Use = scope.Use,
        });
    }

    private LayerDeclaration Add(LayerDeclaration layer)
    {
        _layers.Add(layer);
        _outputs.Add(LayerResolution.OutputOf(layer.Spec, layer.Inputs));
        return layer;
    }

    private LayerSpec Decided(LayerSpec spec)
    {
        if (spec is not AddSpec { BranchScale: Scale.PerDepth } sum)
        {
            return spec;
        }

        _readsDepth = true;
        return sum with { BranchScale = _perDepth };
    }

    // The blocks that a block uses, they use, and so on.
    private HashSet<INamedTypeSymbol> BlocksIn(INamedTypeSymbol block, HashSet<INamedTypeSymbol> found)
    {
        foreach (IPropertySymbol property in block.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.GetAttributes().Any(attribute => WellKnownTypes.IsOf(attribute, _types.BlockAttribute))
                && _types.BlockOf(property.Type, out _) is { } inner && found.Add(inner))
            {
                BlocksIn(inner, found);
            }
        }

        return found;
    }

    private Shape OutputOf(int layer) => layer >= 0 && layer < _outputs.Count ? _outputs[layer] : layer == -1 ? _input : default;

    private string Styled(string name) => _style == NameStyle.SnakeCase ? FileNames.SnakeCase(name) : name;

    private static bool IsOf(IPropertySymbol property, INamedTypeSymbol? type) =>
        type is not null && SymbolEqualityComparer.Default.Equals(property.Type, type);

    private AttributeData? ResidualOf(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => WellKnownTypes.IsOf(attribute, _types.ResidualAttribute));

    private bool IsShortcut(IPropertySymbol property) =>
        property.GetAttributes().Any(attribute => WellKnownTypes.IsOf(attribute, _types.ShortcutAttribute));

    /// <summary>A type whose layers are read: the network, or a copy of a block in it.</summary>
    private sealed class Scope
    {
        public required INamedTypeSymbol Type { get; init; }

        /// <summary>What stands in front of the names of its members.</summary>
        public string Name { get; init; } = "";

        /// <summary>The same in files.</summary>
        public string FileName { get; init; } = "";

        /// <summary>What its sizes mean; null for a network, which has none.</summary>
        public BlockSizes? Sizes { get; init; }

        /// <summary>The number of the layer that comes in; −1 is the network's input.</summary>
        public int Input { get; init; } = -1;

        /// <summary>The end of what goes around the branch.</summary>
        public int Shortcut { get; set; } = -1;

        /// <summary>The member of the network that it belongs to.</summary>
        public BlockUse? Use { get; init; }
    }
}
