using System;
using InitGen.Emit;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary><see cref="MaxPool2dAttribute"/> and its like.</summary>
/// <param name="axes">The number of axes.</param>
internal sealed class MaxPoolingForm(int axes) : LayerForm
{
    /// <inheritdoc/>
    public override string AttributeName => $"InitGen.MaxPool{Literal.Of(axes)}dAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.MaxPoolingKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(MaxPoolingSpec);

    /// <inheritdoc/>
    public override string Constants(ResolvedLayer layer) => $"{WindowReader.Code(((MaxPoolingSpec)layer.Spec).Windows)}, ";

    private protected override LayerSpec Read(string name, AttributeArguments arguments) =>
        new MaxPoolingSpec { Name = name, Windows = WindowReader.Read(arguments, axes, hasOwnStride: false) };
}

/// <summary><see cref="AvgPool2dAttribute"/> and its like, and <see cref="GlobalAvgPoolAttribute"/>.</summary>
/// <param name="axes">The number of axes; 0 for all positions at once.</param>
internal sealed class AveragePoolingForm(int axes) : LayerForm
{
    /// <inheritdoc/>
    public override string AttributeName => axes == 0 ? "InitGen.GlobalAvgPoolAttribute" : $"InitGen.AvgPool{Literal.Of(axes)}dAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.AveragePoolingKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(AveragePoolingSpec);

    /// <inheritdoc/>
    public override string Constants(ResolvedLayer layer)
    {
        var spec = (AveragePoolingSpec)layer.Spec;
        return $"{WindowReader.Code(spec.Windows)}, {(spec.CountPadding ? "true" : "false")}, ";
    }

    private protected override LayerSpec Read(string name, AttributeArguments arguments) => new AveragePoolingSpec
    {
        Name = name,
        Windows = WindowReader.Read(arguments, axes, hasOwnStride: false),
        CountPadding = arguments.ValueOf(nameof(AveragePoolingAttribute.CountPadding), true),
    };
}
