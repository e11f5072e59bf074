using System.Collections.Immutable;
using System.Linq;
using Basic.Reference.Assemblies;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing;

/// <summary>What the sources of a test are compiled against.</summary>
public static class MetadataReferences
{
    /// <summary>.NET 10, InitGen's library, and MathNet.Numerics with what joins them.</summary>
    public static ImmutableArray<MetadataReference> Default { get; } =
    [
        .. Net100.References.All,
        .. new[] { typeof(DenseAttribute), typeof(DenseLayer), typeof(PhiloxRandomSource), typeof(Matrix<float>) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];
}
