using System;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary><see cref="DenseAttribute"/>.</summary>
internal sealed class DenseForm : WeightedForm
{
    /// <inheritdoc/>
    public override string AttributeName => "InitGen.DenseAttribute";

    /// <inheritdoc/>
    public override string LayerTypeName => "InitGen.DenseLayer";

    /// <inheritdoc/>
    public override string StackTypeName => "InitGen.DenseStack";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.DenseKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(DenseSpec);

    private protected override WeightedSpec ReadWeighted(string name, AttributeArguments arguments) =>
        new DenseSpec { Name = name, Units = arguments.UnitsOf(nameof(DenseAttribute.Units)) };
}
