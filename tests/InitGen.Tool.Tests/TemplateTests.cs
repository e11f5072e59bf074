using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace InitGen.Tool.Tests;

/// <summary>The template, as it is without being installed; tests/PackageConsumer/template.sh tries each option.</summary>
public class TemplateTests
{
    private static readonly string Folder =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/InitGen.Templates/templates/Console"));

    private static readonly JsonElement Symbols = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Folder, ".template.config/template.json"))).RootElement.GetProperty("symbols");

    [Fact]
    public void Every_option_says_what_it_is_and_changes_something()
    {
        string files = string.Concat(Directory.GetFiles(Folder).Select(File.ReadAllText));
        Assert.All(Symbols.EnumerateObject(), option =>
        {
            Assert.EndsWith(".", option.Value.GetProperty("description").GetString());
            string change = option.Value.TryGetProperty("replaces", out JsonElement replaced) ? replaced.GetString()! : $"#if ({option.Name})";
            Assert.Contains(change, files);
        });
    }

    [Fact]
    public void Every_activation_on_offer_is_one_of_InitGen() => Assert.All(
        Symbols.GetProperty("activation").GetProperty("choices").EnumerateArray(),
        choice => Assert.True(Enum.TryParse<Activation>(choice.GetProperty("choice").GetString(), out _)));
}
