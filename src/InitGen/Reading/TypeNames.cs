namespace InitGen.Reading;

/// <summary>The metadata names of the library's types that reading looks for.</summary>
public static class TypeNames
{
    /// <summary>Makes a class a network.</summary>
    public const string NetworkAttribute = "InitGen.NetworkAttribute";

    /// <summary>The base of all layer attributes.</summary>
    public const string LayerAttribute = "InitGen.LayerAttribute";

    /// <summary>Makes a property a dense layer.</summary>
    public const string DenseAttribute = "InitGen.DenseAttribute";

    /// <summary>The initializers.</summary>
    public const string Init = "InitGen.Init";

    /// <summary>The view of one dense layer.</summary>
    public const string DenseLayer = "InitGen.DenseLayer";

    /// <summary>The view of a stack of dense layers.</summary>
    public const string DenseStack = "InitGen.DenseStack";

    /// <summary>The interface of generated networks.</summary>
    public const string Network = "InitGen.INetwork`1";

    /// <summary>The interface of custom initializers.</summary>
    public const string WeightInitializer = "InitGen.IWeightInitializer";
}
