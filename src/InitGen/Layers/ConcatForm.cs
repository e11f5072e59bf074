using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary><see cref="ConcatAttribute"/>.</summary>
internal sealed class ConcatForm : LayerForm
{
    /// <inheritdoc/>
    public override string AttributeName => "InitGen.ConcatAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.ConcatKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(ConcatSpec);

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string Argument)> NamesOf(AttributeArguments arguments) => base.NamesOf(arguments)
        .Concat(arguments.TextsOf(nameof(ConcatAttribute.Others)).Select(static name => (name, nameof(ConcatAttribute.Others))));

    private protected override LayerSpec Read(string name, AttributeArguments arguments) => new ConcatSpec { Name = name };
}
