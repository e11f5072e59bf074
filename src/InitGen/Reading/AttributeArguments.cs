using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>The arguments of one attribute by the names of the properties they set, whether written as constructor arguments or as
/// properties: <c>[Dense(500, init: Init.Normal, StdDev = 0.1)]</c> has Units, Activation, Init and StdDev. Half-typed code is no
/// exception: what the compiler does not understand is left out.</summary>
internal sealed class AttributeArguments
{
    private readonly Dictionary<string, TypedConstant> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AttributeArgumentSyntax> _written = new(StringComparer.OrdinalIgnoreCase);
    private readonly BlockSizes? _sizes;

    /// <summary>The arguments of an attribute.</summary>
    /// <param name="data">The attribute.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <param name="sizes">What the sizes of a block mean; null outside of blocks.</param>
    public AttributeArguments(AttributeData data, CancellationToken cancellation, BlockSizes? sizes = null)
    {
        Data = data;
        _sizes = sizes;
        Syntax = data.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;

        // The compiler offers the constructor that it would have called even where the arguments do not fit it.
        ImmutableArray<IParameterSymbol> parameters = data.AttributeConstructor?.Parameters ?? [];
        foreach ((IParameterSymbol parameter, TypedConstant value) in parameters.Zip(data.ConstructorArguments, (p, v) => (p, v)))
        {
            _values[parameter.Name] = value;
        }

        foreach (KeyValuePair<string, TypedConstant> named in data.NamedArguments)
        {
            _values[named.Key] = named.Value;
        }

        int position = 0;
        foreach (AttributeArgumentSyntax argument in Syntax?.ArgumentList?.Arguments ?? default)
        {
            if (NameOf(argument) is { } name)
            {
                _written[name] = argument;
            }
            else if (position < parameters.Length)
            {
                _written[parameters[position].Name] = argument;
            }

            position++;
        }

        IsUnderstood = data.AttributeConstructor is not null && data.ConstructorArguments.Length == parameters.Length
            && !_values.Values.Any(IsError) && _written.Keys.All(_values.ContainsKey);
    }

    /// <summary>The attribute.</summary>
    public AttributeData Data { get; }

    /// <summary>The attribute in code; null where the compilation has no code of it.</summary>
    public AttributeSyntax? Syntax { get; }

    /// <summary>Whether the compiler understands all arguments; where not, it reports errors of its own.</summary>
    public bool IsUnderstood { get; }

    /// <summary>The place of the attribute.</summary>
    public Location Location => Syntax?.GetLocation() ?? Location.None;

    /// <summary>Whether code states an argument.</summary>
    /// <param name="name">The name of the property that it sets.</param>
    public bool IsWritten(string name) => _written.ContainsKey(name);

    /// <summary>An argument in code; null where it is not written.</summary>
    /// <param name="name">The name of the property that it sets.</param>
    public AttributeArgumentSyntax? SyntaxOf(string name) => _written.TryGetValue(name, out AttributeArgumentSyntax? argument) ? argument : null;

    /// <summary>The place of an argument's value, or of the attribute where the argument is not written.</summary>
    /// <param name="name">The name of the property that it sets.</param>
    public Location LocationOf(string name) => SyntaxOf(name)?.Expression.GetLocation() ?? Location;

    /// <summary>The arguments whose value is a size of a block, though no block is around.</summary>
    public IEnumerable<string> SizesOfNoBlock => _sizes is not null ? [] : _values
        .Where(static argument => argument.Value.Kind == TypedConstantKind.Primitive && argument.Value.Value is int value && BlockSizes.IsSize(value))
        .Select(static argument => argument.Key);

    /// <summary>The value of an argument.</summary>
    /// <typeparam name="T">Its type; for an enumeration, the integer below it.</typeparam>
    /// <param name="name">The name of the property that it sets.</param>
    /// <param name="otherwise">The value where there is none of that type.</param>
    public T ValueOf<T>(string name, T otherwise) =>
        _values.TryGetValue(name, out TypedConstant constant) && constant.Kind != TypedConstantKind.Array && constant.Value is T value
            ? value is int size && BlockSizes.IsSize(size) ? (T)(object)(_sizes?.Of(size) ?? 1) : value
            : otherwise;

    /// <summary>A number of units: an argument, times <see cref="WeightedLayerAttribute.Expand"/>.</summary>
    /// <param name="name">The name of the property that the argument sets.</param>
    public int UnitsOf(string name) => (int)Math.Min((long)ValueOf(name, 1) * Math.Max(ValueOf(nameof(WeightedLayerAttribute.Expand), 1), 1), int.MaxValue);

    /// <summary>Whether an argument has a value that the compiler understands.</summary>
    /// <param name="name">The name of the property that it sets.</param>
    public bool HasValue(string name) => _values.ContainsKey(name);

    /// <summary>The texts of an argument that is an array of them; none where it is another, or null.</summary>
    /// <param name="name">The name of the property that it sets.</param>
    public IEnumerable<string> TextsOf(string name) =>
        _values.TryGetValue(name, out TypedConstant constant) && constant is { Kind: TypedConstantKind.Array, IsNull: false }
            ? constant.Values.Select(static value => value.Value).OfType<string>()
            : [];

    private static bool IsError(TypedConstant value) =>
        value.Kind == TypedConstantKind.Error || (value.Kind == TypedConstantKind.Type && value.Value is ITypeSymbol type && IsError(type));

    private static bool IsError(ITypeSymbol type) => type.TypeKind == TypeKind.Error || type switch
    {
        INamedTypeSymbol named => named.TypeArguments.Any(IsError),
        IArrayTypeSymbol array => IsError(array.ElementType),
        _ => false,
    };

    private static string? NameOf(AttributeArgumentSyntax argument) =>
        argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
}
