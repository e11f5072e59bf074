using System;
using InitGen.Emit;
using InitGen.Reading;

namespace InitGen.Layers;

/// <summary>What the forms of normalizations have in common, <see cref="NormAttribute"/>.</summary>
internal abstract class NormForm : LayerForm
{
    /// <inheritdoc/>
    public sealed override string AttributeName => $"InitGen.{Kind}Attribute";

    /// <inheritdoc/>
    public sealed override string KernelName => $"InitGen.Kernels.{Kind}Kernel";

    private protected abstract string Kind { get; }

    /// <inheritdoc/>
    public override string Constants(ResolvedLayer layer) => $"{Literal.Of((float)((NormSpec)layer.Spec).Epsilon)}, ";

    private protected sealed override LayerSpec Read(string name, AttributeArguments arguments)
    {
        NormSpec unset = Unset(name, arguments);
        return unset with
        {
            Scale = arguments.ValueOf(nameof(NormAttribute.Scale), unset.Scale),
            Shift = arguments.ValueOf(nameof(NormAttribute.Shift), unset.Shift),
            Epsilon = arguments.ValueOf(nameof(NormAttribute.Epsilon), unset.Epsilon),
            Affine = arguments.ValueOf(nameof(NormAttribute.Affine), unset.Affine),
        };
    }

    /// <summary>The layer with what only its kind has.</summary>
    private protected abstract NormSpec Unset(string name, AttributeArguments arguments);
}

/// <summary><see cref="BatchNormAttribute"/>.</summary>
internal sealed class BatchNormForm : NormForm
{
    /// <inheritdoc/>
    public override Type SpecType => typeof(BatchNormSpec);

    private protected override string Kind => "BatchNorm";

    /// <inheritdoc/>
    public override string ForwardConstants(ResolvedLayer layer) => $"{Constants(layer)}{Literal.Of((float)((BatchNormSpec)layer.Spec).Momentum)}, ";

    private protected override NormSpec Unset(string name, AttributeArguments arguments) =>
        new BatchNormSpec { Name = name, Momentum = arguments.ValueOf(nameof(BatchNormAttribute.Momentum), 0.1) };
}

/// <summary><see cref="LayerNormAttribute"/>.</summary>
internal sealed class LayerNormForm : NormForm
{
    /// <inheritdoc/>
    public override Type SpecType => typeof(LayerNormSpec);

    private protected override string Kind => "LayerNorm";

    private protected override NormSpec Unset(string name, AttributeArguments arguments) => new LayerNormSpec { Name = name };
}

/// <summary><see cref="RmsNormAttribute"/>.</summary>
internal sealed class RmsNormForm : NormForm
{
    /// <inheritdoc/>
    public override Type SpecType => typeof(RmsNormSpec);

    private protected override string Kind => "RmsNorm";

    private protected override NormSpec Unset(string name, AttributeArguments arguments) => new RmsNormSpec { Name = name };
}

/// <summary><see cref="GroupNormAttribute"/>.</summary>
internal sealed class GroupNormForm : NormForm
{
    /// <inheritdoc/>
    public override Type SpecType => typeof(GroupNormSpec);

    private protected override string Kind => "GroupNorm";

    /// <inheritdoc/>
    public override string Constants(ResolvedLayer layer) => $"{Literal.Of(((GroupNormSpec)layer.Spec).Groups)}, {base.Constants(layer)}";

    private protected override NormSpec Unset(string name, AttributeArguments arguments) =>
        new GroupNormSpec { Name = name, Groups = arguments.ValueOf(nameof(GroupNormAttribute.Groups), 1) };
}
