using System;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Layers;

namespace InitGen.Reading;

/// <summary>The metadata names of the library's types that reading looks for.</summary>
internal static class TypeNames
{
    /// <summary>Makes a class a network.</summary>
    public const string NetworkAttribute = "InitGen.NetworkAttribute";

    /// <summary>Makes a class a residual block.</summary>
    public const string ResidualAttribute = "InitGen.ResidualAttribute";

    /// <summary>Makes a class a block whose layers follow each other.</summary>
    public const string SequentialAttribute = "InitGen.SequentialAttribute";

    /// <summary>Makes a property a block, or a stack of them.</summary>
    public const string BlockAttribute = "InitGen.BlockAttribute";

    /// <summary>Puts a layer on the way around a branch.</summary>
    public const string ShortcutAttribute = "InitGen.ShortcutAttribute";

    /// <summary>Gives a member another name in files.</summary>
    public const string NameAttribute = "InitGen.NameAttribute";

    /// <summary>Shows a layer of any kind.</summary>
    public const string Layer = "InitGen.Layer";

    /// <summary>Shows a stack of layers of any kind.</summary>
    public const string LayerStack = "InitGen.LayerStack";

    /// <summary>Shows a stack of blocks.</summary>
    public const string BlockStack = "InitGen.BlockStack`1";

    /// <summary>The attributes that make a type, or a property of one, something to read, beside those of layers.</summary>
    public static readonly ImmutableArray<string> OfDefinitions = [NetworkAttribute, ResidualAttribute, SequentialAttribute, BlockAttribute];

    /// <summary>The activation functions.</summary>
    public const string Activation = "InitGen.Activation";

    /// <summary>The initializers.</summary>
    public const string Init = "InitGen.Init";

    /// <summary>The interface of generated networks.</summary>
    public const string Network = "InitGen.INetwork`1";

    /// <summary>Tells the variance of a custom initializer's weights.</summary>
    public const string WeightVarianceAttribute = "InitGen.WeightVarianceAttribute";

    /// <summary>The interface of custom initializers.</summary>
    public const string WeightInitializer = "InitGen.IWeightInitializer";

    /// <summary>All types that the code of a network names.</summary>
    /// <param name="forms">The kinds of its layers.</param>
    internal static ImmutableArray<string> OfGeneratedCode(LayerForms forms) =>
    [
        "System.ArgumentException", "System.Memory`1", "System.ReadOnlyMemory`1", "System.ReadOnlySpan`1", "System.Span`1",
        Activation, Init, Network, BlockStack, "InitGen.BlockLayers", "InitGen.IBlock`1", "InitGen.GradientStatistics", "InitGen.Initializers",
        "InitGen.LayerInfo", "InitGen.LayerStatistics", "InitGen.LearningRateWindow", "InitGen.ParameterInfo", "InitGen.ParameterRole",
        "InitGen.Kernels.BackwardPass", "InitGen.Kernels.ForwardPass", "InitGen.Kernels.NetworkPass",
        .. forms.All.SelectMany(static form => (string[])[form.LayerTypeName, form.StackTypeName, form.KernelName]).Distinct(),
        .. Enum.GetNames(typeof(Activation)).Select(static activation => $"InitGen.Kernels.{activation}"),
    ];
}
