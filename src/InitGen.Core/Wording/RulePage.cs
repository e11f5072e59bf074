namespace InitGen.Wording;

/// <summary>The pages that explain the rules.</summary>
internal static class RulePage
{
    /// <summary>The address of a rule's page.</summary>
    /// <param name="id">The rule's id: "INIT3001".</param>
    public static string AddressOf(string id) => $"https://github.com/initgen/initgen/blob/main/docs/rules/{id}.md";
}
