using System;
using System.Linq;
using InitGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.NewestRoslyn.Tests;

/// <summary>The other tests of this program are those of other programs.</summary>
public class RoslynTests
{
    [Theory]
    [InlineData(typeof(Compilation))]
    [InlineData(typeof(CSharpCompilation))]
    [InlineData(typeof(Workspace))]
    public void They_run_inside_another_Roslyn_than_they_are_compiled_against(Type type)
    {
        Version? compiledAgainst = typeof(MetadataReferences).Assembly.GetReferencedAssemblies()
            .Single(reference => reference.Name == type.Assembly.GetName().Name).Version;

        Assert.Equal(new Version(4, 14, 0, 0), compiledAgainst);
        Assert.Equal(new Version(5, 12, 0, 0), type.Assembly.GetName().Version);
    }
}
