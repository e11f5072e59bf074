using System;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary>One kind of layer to the generator: how its attribute is read, and which calls it becomes. A new kind is a class like this, listed
/// in <see cref="LayerForms"/>.</summary>
internal abstract class LayerForm
{
    /// <summary>The metadata name of the attribute.</summary>
    public abstract string AttributeName { get; }

    /// <summary>The metadata name of the type that shows one layer.</summary>
    public abstract string LayerTypeName { get; }

    /// <summary>The metadata name of the type that shows a stack of layers.</summary>
    public abstract string StackTypeName { get; }

    /// <summary>The metadata name of the type whose methods take passes through a layer.</summary>
    public abstract string KernelName { get; }

    /// <summary>The type of what is read.</summary>
    public abstract Type SpecType { get; }

    /// <summary>The layer that an attribute declares.</summary>
    /// <param name="name">The name of the property that has it.</param>
    /// <param name="isStack">Whether the property shows a stack.</param>
    /// <param name="arguments">The attribute's arguments.</param>
    public LayerSpec Read(string name, bool isStack, AttributeArguments arguments)
    {
        LayerSpec unset = Read(name, arguments);
        return unset with
        {
            IsStack = isStack,
            Repeat = arguments.ValueOf(nameof(LayerAttribute.Repeat), unset.Repeat),
            Activation = new(
                (Activation)arguments.ValueOf(nameof(unset.Activation), (int)unset.Activation.Kind),
                arguments.ValueOf(nameof(unset.Activation.Slope), unset.Activation.Slope)),
        };
    }

    /// <summary>What stands between a layer's index and its activation in the calls of the kernel, each with a comma behind it.</summary>
    /// <param name="layer">The layer.</param>
    public virtual string Constants(ResolvedLayer layer) => "";

    /// <summary>The layer with what only its kind has.</summary>
    /// <param name="name">The name of the property that declares it.</param>
    /// <param name="arguments">The attribute's arguments.</param>
    private protected abstract LayerSpec Read(string name, AttributeArguments arguments);
}
