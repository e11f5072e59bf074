using System;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary><see cref="FlattenAttribute"/>.</summary>
internal sealed class FlattenForm : LayerForm
{
    /// <inheritdoc/>
    public override string AttributeName => "InitGen.FlattenAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.FlattenKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(FlattenSpec);

    private protected override LayerSpec Read(string name, AttributeArguments arguments) => new FlattenSpec { Name = name };
}
