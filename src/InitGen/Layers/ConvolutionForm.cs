using System;
using InitGen.Emit;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary><see cref="Conv1dAttribute"/>, <see cref="Conv2dAttribute"/> and <see cref="Conv3dAttribute"/>.</summary>
/// <param name="axes">The number of axes.</param>
internal sealed class ConvolutionForm(int axes) : WeightedForm
{
    /// <inheritdoc/>
    public override string AttributeName => $"InitGen.Conv{Literal.Of(axes)}dAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.ConvolutionKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(ConvolutionSpec);

    /// <inheritdoc/>
    public override string Constants(ResolvedLayer layer)
    {
        var spec = (ConvolutionSpec)layer.Spec;
        return $"{WindowReader.Code(spec.Windows)}, {Literal.Of(spec.Groups)}, ";
    }

    private protected override WeightedSpec ReadWeighted(string name, AttributeArguments arguments) => new ConvolutionSpec
    {
        Name = name,
        Units = arguments.UnitsOf(nameof(ConvolutionAttribute.Channels)),
        Windows = WindowReader.Read(arguments, axes, hasOwnStride: true),
        Groups = arguments.ValueOf(nameof(ConvolutionAttribute.Groups), 1),
    };
}
