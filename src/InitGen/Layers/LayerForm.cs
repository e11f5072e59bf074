using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary>One kind of layer to the generator: how its attribute is read, and which calls it becomes. A new kind is a class like this, listed
/// in <see cref="LayerForms"/>.</summary>
internal abstract class LayerForm
{
    /// <summary>The metadata name of the attribute.</summary>
    public abstract string AttributeName { get; }

    /// <summary>The metadata name of the type that shows one layer.</summary>
    public virtual string LayerTypeName => TypeNames.Layer;

    /// <summary>The metadata name of the type that shows a stack of layers.</summary>
    public virtual string StackTypeName => TypeNames.LayerStack;

    /// <summary>The metadata name of the type whose methods take passes through a layer.</summary>
    public abstract string KernelName { get; }

    /// <summary>The type of what is read.</summary>
    public abstract Type SpecType { get; }

    /// <summary>The layer that an attribute declares.</summary>
    /// <param name="name">The name of the property that has it.</param>
    /// <param name="isStack">Whether the property shows a stack.</param>
    /// <param name="arguments">The attribute's arguments.</param>
    /// <param name="number">The layer's number.</param>
    /// <param name="previous">The number of what it reads where it names nothing.</param>
    /// <param name="before">The numbers of the layers that stand before it, by name.</param>
    public LayerSpec Read(
        string name, bool isStack, AttributeArguments arguments, int number, int previous, IReadOnlyDictionary<string, int> before)
    {
        LayerSpec unset = Read(name, arguments);
        (string Name, string Argument)[] names = [.. NamesOf(arguments)];
        int[] sources =
        [
            .. names.Any(static name => name.Argument == nameof(LayerAttribute.From)) ? (int[])[] : [previous],
            .. names.Select(name => before.TryGetValue(name.Name, out int source) ? source : LayerSpec.Missing),
        ];
        return unset with
        {
            From = sources.Length == 1 && sources[0] == number - 1 ? default : new EquatableArray<int>(sources),
            IsStack = isStack,
            Repeat = arguments.ValueOf(nameof(LayerAttribute.Repeat), unset.Repeat),
            Activation = new(
                (Activation)arguments.ValueOf(nameof(unset.Activation), (int)unset.Activation.Kind),
                arguments.ValueOf(nameof(unset.Activation.Slope), unset.Activation.Slope)),
        };
    }

    /// <summary>The layers that a member names, and the arguments that do.</summary>
    /// <param name="member">A layer or a block.</param>
    public static IEnumerable<(string Name, string Argument)> NamesIn(MemberDeclaration member) =>
        member is LayerDeclaration layer ? layer.Form.NamesOf(layer.Arguments) : SourceOf(member.Arguments);

    /// <summary>The layers that an attribute names, and the arguments that do.</summary>
    /// <param name="arguments">The attribute's arguments.</param>
    public virtual IEnumerable<(string Name, string Argument)> NamesOf(AttributeArguments arguments) => SourceOf(arguments);

    private static IEnumerable<(string Name, string Argument)> SourceOf(AttributeArguments arguments) =>
        arguments.ValueOf<string?>(nameof(LayerAttribute.From), null) is { } source ? [(source, nameof(LayerAttribute.From))] : [];

    /// <summary>What stands between a layer's index and its activation in the calls of the kernel, each with a comma behind it.</summary>
    /// <param name="layer">The layer.</param>
    public virtual string Constants(ResolvedLayer layer) => "";

    /// <summary>As much in calls of the kernel's Forward, where that is told more than Backward.</summary>
    /// <param name="layer">The layer.</param>
    public virtual string ForwardConstants(ResolvedLayer layer) => Constants(layer);

    /// <summary>The layer with what only its kind has.</summary>
    /// <param name="name">The name of the property that declares it.</param>
    /// <param name="arguments">The attribute's arguments.</param>
    private protected abstract LayerSpec Read(string name, AttributeArguments arguments);
}
