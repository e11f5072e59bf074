namespace InitGen.Analyzers.Tests.Definition;

/// <summary>A source with one mistake in the definition of a network.</summary>
/// <param name="Id">The rule that it breaks.</param>
/// <param name="Source">The source; <c>{|#0:…|}</c> marks what the rule reports, and other markup what the compiler says besides.</param>
/// <param name="Message">What the rule says.</param>
internal sealed record DefinitionMistake(string Id, string Source, string Message);
