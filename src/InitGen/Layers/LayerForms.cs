using System.Collections.Immutable;
using System.Linq;

namespace InitGen.Layers;

/// <summary>The kinds of layers that there are to the generator and to the analyzers.</summary>
/// <param name="all">The kinds.</param>
internal sealed class LayerForms(ImmutableArray<LayerForm> all)
{
    /// <summary>Those of the library.</summary>
    public static LayerForms Default { get; } = new(
    [
        new DenseForm(),
        new GroupedConvolutionForm(1),
        new GroupedConvolutionForm(2),
        new GroupedConvolutionForm(3),
        new DepthwiseConvolutionForm(1),
        new DepthwiseConvolutionForm(2),
        new DepthwiseConvolutionForm(3),
        new TransposedConvolutionForm(1),
        new TransposedConvolutionForm(2),
        new TransposedConvolutionForm(3),
        new MaxPoolingForm(1),
        new MaxPoolingForm(2),
        new MaxPoolingForm(3),
        new AveragePoolingForm(0),
        new AveragePoolingForm(1),
        new AveragePoolingForm(2),
        new AveragePoolingForm(3),
        new FlattenForm(),
        new BatchNormForm(),
        new LayerNormForm(),
        new RmsNormForm(),
        new GroupNormForm(),
        new DropoutForm(),
        new AddForm(),
        new ConcatForm(),
    ]);

    /// <summary>The kinds.</summary>
    public ImmutableArray<LayerForm> All { get; } = all;

    /// <summary>The form of a layer.</summary>
    /// <param name="layer">A layer that one of the forms has read.</param>
    public LayerForm Of(LayerSpec layer) => All.First(form => form.SpecType == layer.GetType());
}
