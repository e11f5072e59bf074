using System.Collections.Immutable;

namespace InitGen.Analyzers.Usage;

/// <summary>The rules on code that uses networks.</summary>
public static class UsageRules
{
    /// <summary>The rules, by id.</summary>
    public static ImmutableArray<UsageRule> All { get; } =
    [
        new FilledWeightsRule(),
        new SharedSeedRule(),
        new MemoryLengthRule(),
    ];
}
