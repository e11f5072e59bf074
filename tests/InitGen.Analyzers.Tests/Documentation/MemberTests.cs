using System;
using System.IO;
using System.Reflection;
using InitGen.Testing.Snapshots;

namespace InitGen.Analyzers.Tests.Documentation;

/// <summary>Pages that list the members of a type list all of them.</summary>
public class MemberTests
{
    [Theory]
    [InlineData(typeof(LayerStatistics), "docs/measuring.md")]
    [InlineData(typeof(GradientStatistics), "docs/measuring.md")]
    [InlineData(typeof(LayerPrediction), "docs/measuring.md")]
    [InlineData(typeof(PhiloxStream), "docs/custom-initializers.md")]
    public void A_page_names_every_member_of_a_type(Type type, string page)
    {
        string text = File.ReadAllText(RepositoryRoot.Combine(page));
        MemberInfo[] members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        Assert.NotEmpty(members);
        Assert.All(members, member =>
        {
            bool isOfValue = member is MethodInfo { IsSpecialName: true } or ConstructorInfo
                || member.Name is nameof(Equals) or nameof(GetHashCode) or nameof(ToString) or "Deconstruct";
            Assert.True(isOfValue || text.Contains($"`{member.Name}", StringComparison.Ordinal), $"{page} does not name {type.Name}.{member.Name}.");
        });
    }
}
