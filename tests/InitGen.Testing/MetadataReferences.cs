using System.Collections.Immutable;
using System.Linq;
using Basic.Reference.Assemblies;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing;

/// <summary>What the sources of a test are compiled against.</summary>
public static class MetadataReferences
{
    /// <summary>What networks and those who use them name of .NET 10 (all 160 assemblies take longer to load than a test), InitGen's
    /// library, and MathNet.Numerics with what joins them.</summary>
    public static ImmutableArray<MetadataReference> Default { get; } =
    [
        Net100.References.SystemRuntime,
        Net100.References.SystemCollections,
        Net100.References.SystemCollectionsConcurrent,
        Net100.References.SystemConsole,
        Net100.References.SystemLinq,
        Net100.References.SystemLinqParallel,
        Net100.References.SystemMemory,
        Net100.References.SystemRuntimeInteropServices,
        Net100.References.SystemThreading,
        Net100.References.SystemThreadingTasksParallel,
        Net100.References.netstandard, // MathNet.Numerics is compiled against it
        .. new[] { typeof(DenseAttribute), typeof(DenseLayer), typeof(PhiloxRandomSource), typeof(Matrix<float>) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];
}
