using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using InitGen.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>Reads networks from symbols. It takes any code, however wrong or unfinished: rules say what is wrong with it.</summary>
internal static class NetworkReader
{
    /// <summary>The network that a type declares; null where the type has no <see cref="NetworkAttribute"/>, or no name yet.</summary>
    /// <param name="type">The type.</param>
    /// <param name="types">The library's types in the same compilation.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static NetworkDeclaration? Read(INamedTypeSymbol type, WellKnownTypes types, CancellationToken cancellation)
    {
        if (!IsNamed(type) || type.GetAttributes().FirstOrDefault(types.IsNetworkAttribute) is not { } attribute)
        {
            return null;
        }

        AttributeArguments arguments = new(attribute, cancellation);
        NetworkSpec unset = new() { Input = new(1), Layers = default };
        Shape input = ReadShape(arguments);
        ImmutableArray<LayerDeclaration> layers = [.. ReadLayers(type, input, types, cancellation)];
        return new NetworkDeclaration
        {
            Type = type,
            Syntax = arguments.Syntax?.FirstAncestorOrSelf<TypeDeclarationSyntax>(),
            Types = types,
            Arguments = arguments,
            Layers = layers,
            Spec = unset with
            {
                Input = input,
                InputMean = arguments.ValueOf(nameof(NetworkAttribute.InputMean), unset.InputMean),
                InputCorrelation = arguments.ValueOf(nameof(NetworkAttribute.InputCorrelation), unset.InputCorrelation),
                InputStdDev = arguments.ValueOf(nameof(NetworkAttribute.InputStdDev), unset.InputStdDev),
                Layers = new EquatableArray<LayerSpec>(layers.Select(static layer => layer.Spec)),
            },
        };
    }

    // A vector of one, where the compiler does not understand it.
    private static Shape ReadShape(AttributeArguments arguments)
    {
        string[] axes =
        [
            .. ((string[])[nameof(NetworkAttribute.Length), nameof(NetworkAttribute.Depth), nameof(NetworkAttribute.Height), nameof(NetworkAttribute.Width)])
                .Where(arguments.HasValue),
        ];
        return axes.Length == 0 && !arguments.HasValue(nameof(NetworkAttribute.Channels))
            ? new Shape(arguments.ValueOf(nameof(NetworkAttribute.InputSize), arguments.IsUnderstood ? 0 : 1))
            : new Shape(arguments.ValueOf(nameof(NetworkAttribute.Channels), 1), [.. axes.Take(3).Select(axis => arguments.ValueOf(axis, 1))]);
    }

    // While it is typed, a type has none; the compiler says so.
    private static bool IsNamed(INamedTypeSymbol? type) => type is null || (type.Name.Length > 0 && IsNamed(type.ContainingType));

    private static IEnumerable<LayerDeclaration> ReadLayers(INamedTypeSymbol type, Shape input, WellKnownTypes types, CancellationToken cancellation)
    {
        var before = new Dictionary<string, int>();
        var outputs = new List<Shape>();
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            ImmutableArray<AttributeData> attributes = property.GetAttributes().RemoveAll(attribute => !types.IsLayerAttribute(attribute));
            if (attributes.IsEmpty)
            {
                continue;
            }

            LayerKind kind = types.KindOf(attributes[0])!;
            AttributeArguments arguments = new(attributes[0], cancellation);
            LayerSpec spec = kind.Form.Read(property.Name, SymbolEqualityComparer.Default.Equals(property.Type, kind.StackType), arguments, outputs.Count, before);
            EquatableArray<Shape> inputs = LayerResolution.InputsOf(input, spec, outputs);
            yield return new LayerDeclaration
            {
                Form = kind.Form,
                Property = property,
                Syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as BasePropertyDeclarationSyntax,
                Arguments = arguments,
                OtherAttributes = attributes.RemoveAt(0),
                Spec = spec,
                Inputs = inputs,
                ViewType = spec.IsStack || spec.Repeat != 1 ? kind.StackType : kind.LayerType,
            };
            before[property.Name] = outputs.Count;
            outputs.Add(LayerResolution.OutputOf(spec, inputs));
        }
    }
}
