using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary><see cref="AddAttribute"/>.</summary>
internal sealed class AddForm : LayerForm
{
    /// <inheritdoc/>
    public override string AttributeName => "InitGen.AddAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.AddKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(AddSpec);

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Argument)> NamesOf(AttributeArguments arguments) => base.NamesOf(arguments)
        .Concat(arguments.TextsOf(nameof(AddAttribute.Others)).Select(static name => (name, nameof(AddAttribute.Others))));

    private protected override LayerSpec Read(string name, AttributeArguments arguments) => new AddSpec { Name = name };
}
