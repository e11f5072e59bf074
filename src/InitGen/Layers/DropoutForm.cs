using System;
using InitGen.Emit;
using InitGen.Initialization;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary><see cref="DropoutAttribute"/>.</summary>
internal sealed class DropoutForm : LayerForm
{
    /// <inheritdoc/>
    public override string AttributeName => "InitGen.DropoutAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.DropoutKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(DropoutSpec);

    /// <inheritdoc/>
    public override string Constants(ResolvedLayer layer)
    {
        ulong stream = ParameterStream.Of(ParameterStream.NameOf(layer.Name, "Mask"));
        return $"{Literal.Of(((DropoutSpec)layer.Spec).Probability)}, {Literal.Of(stream)}, ";
    }

    private protected override LayerSpec Read(string name, AttributeArguments arguments) =>
        new DropoutSpec { Name = name, Probability = arguments.ValueOf(nameof(DropoutAttribute.Probability), 0.0) };
}
