using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>A rule on code that uses networks.</summary>
internal abstract class UsageRule
{
    private protected const string Category = "InitGen.Usage";

    private protected UsageRule()
    {
    }

    /// <summary>What the rule is called and says.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>What is wrong with a call or with the creation of an object; null where nothing is.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The body that it stands in.</param>
    internal abstract Diagnostic? Check(IOperation operation, MethodBody body);
}
