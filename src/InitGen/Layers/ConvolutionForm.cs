using System;
using InitGen.Emit;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary>What the forms of convolutions have in common, <see cref="ConvolutionAttribute"/>.</summary>
/// <param name="attribute">What the attribute's name starts with: "Conv".</param>
/// <param name="axes">The number of axes.</param>
internal abstract class ConvolutionForm(string attribute, int axes) : WeightedForm
{
    /// <inheritdoc/>
    public sealed override string AttributeName => $"InitGen.{attribute}{Literal.Of(Axes)}dAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.ConvolutionKernel";

    /// <inheritdoc/>
    public sealed override string Constants(ResolvedLayer layer)
    {
        var spec = (ConvolutionSpec)layer.Spec;
        return $"{WindowReader.Code(spec.Windows)}, {Literal.Of(spec.GroupsOf(layer.Input))}, ";
    }

    /// <summary>The number of axes.</summary>
    private protected int Axes { get; } = axes;

    private protected EquatableArray<Window> Windows(AttributeArguments arguments) => WindowReader.Read(arguments, Axes, hasOwnStride: true);
}

/// <summary><see cref="Conv1dAttribute"/>, <see cref="Conv2dAttribute"/> and <see cref="Conv3dAttribute"/>.</summary>
/// <param name="axes">The number of axes.</param>
internal sealed class GroupedConvolutionForm(int axes) : ConvolutionForm("Conv", axes)
{
    /// <inheritdoc/>
    public override Type SpecType => typeof(GroupedConvolutionSpec);

    private protected override WeightedSpec ReadWeighted(string name, AttributeArguments arguments) => new GroupedConvolutionSpec
    {
        Name = name,
        Units = arguments.UnitsOf(nameof(GroupedConvolutionAttribute.Channels)),
        Windows = Windows(arguments),
        Groups = arguments.ValueOf(nameof(GroupedConvolutionAttribute.Groups), 1),
    };
}

/// <summary><see cref="DepthwiseConv1dAttribute"/>, <see cref="DepthwiseConv2dAttribute"/> and <see cref="DepthwiseConv3dAttribute"/>.</summary>
/// <param name="axes">The number of axes.</param>
internal sealed class DepthwiseConvolutionForm(int axes) : ConvolutionForm("DepthwiseConv", axes)
{
    /// <inheritdoc/>
    public override Type SpecType => typeof(DepthwiseConvolutionSpec);

    private protected override WeightedSpec ReadWeighted(string name, AttributeArguments arguments) => new DepthwiseConvolutionSpec
    {
        Name = name,
        Windows = Windows(arguments),
        Multiplier = arguments.UnitsOf(nameof(DepthwiseConvolutionAttribute.Multiplier)),
    };
}

/// <summary><see cref="ConvTranspose1dAttribute"/>, <see cref="ConvTranspose2dAttribute"/> and <see cref="ConvTranspose3dAttribute"/>.</summary>
/// <param name="axes">The number of axes.</param>
internal sealed class TransposedConvolutionForm(int axes) : ConvolutionForm("ConvTranspose", axes)
{
    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.TransposedConvolutionKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(TransposedConvolutionSpec);

    private protected override WeightedSpec ReadWeighted(string name, AttributeArguments arguments) => new TransposedConvolutionSpec
    {
        Name = name,
        Units = arguments.UnitsOf(nameof(TransposedConvolutionAttribute.Channels)),
        Windows = Windows(arguments),
        Groups = arguments.ValueOf(nameof(TransposedConvolutionAttribute.Groups), 1),
        OutputPaddings = WindowReader.Read(arguments, Axes, nameof(TransposedConvolutionAttribute.OutputPadding)),
    };
}
