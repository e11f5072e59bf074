using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Emit;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary>What the forms of layers that bring several others together have in common, <see cref="MergeAttribute"/>.</summary>
internal abstract class MergeForm : LayerForm
{
    /// <inheritdoc/>
    public sealed override IEnumerable<(string Name, string Argument)> NamesOf(AttributeArguments arguments) => base.NamesOf(arguments)
        .Concat(arguments.TextsOf(nameof(MergeAttribute.Others)).Select(static name => (name, nameof(MergeAttribute.Others))));
}

/// <summary><see cref="AddAttribute"/>.</summary>
internal sealed class AddForm : MergeForm
{
    /// <inheritdoc/>
    public override string AttributeName => "InitGen.AddAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.AddKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(AddSpec);

    /// <inheritdoc/>
    public override string Constants(ResolvedLayer layer) =>
        (float)((AddSpec)layer.Spec).BranchScale is var scale && scale != 1 ? $"{Literal.Of(scale)}, " : "";

    private protected override LayerSpec Read(string name, AttributeArguments arguments) =>
        new AddSpec { Name = name, BranchScale = arguments.ValueOf(nameof(AddAttribute.BranchScale), 1.0) };
}

/// <summary><see cref="ConcatAttribute"/>.</summary>
internal sealed class ConcatForm : MergeForm
{
    /// <inheritdoc/>
    public override string AttributeName => "InitGen.ConcatAttribute";

    /// <inheritdoc/>
    public override string KernelName => "InitGen.Kernels.ConcatKernel";

    /// <inheritdoc/>
    public override Type SpecType => typeof(ConcatSpec);

    private protected override LayerSpec Read(string name, AttributeArguments arguments) => new ConcatSpec { Name = name };
}
