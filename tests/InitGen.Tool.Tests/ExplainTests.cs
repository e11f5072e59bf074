using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace InitGen.Tool.Tests;

public class ExplainTests
{
    private static string Pages { get; } = Path.GetFullPath(Path.Combine(System.AppContext.BaseDirectory, "../../../../../docs/rules"));

    public static TheoryData<string> Ids => [.. Directory.GetFiles(Pages, "INIT*.md").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_rule_is_explained_with_all_words_and_all_lines_of_code(string id)
    {
        ToolRun run = await ToolRun.Of("explain", id);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(Pages, id + ".md"), TestContext.Current.CancellationToken);
        Assert.StartsWith(lines[0].TrimStart('#', ' '), run.Output.ReplaceLineEndings(" ").Replace("  ", " "));
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        string squeezed = Squeezed(run.Output);
        bool isCode = false;
        foreach (string line in lines)
        {
            if (line.StartsWith("```", System.StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (isCode)
            {
                Assert.Contains(Squeezed(line), squeezed);
            }
            else if (!line.Contains('|'))
            {
                Assert.All(Words(line), word => Assert.Contains(word, run.Output));
            }
        }

        // What breaks a line of code, and nothing else, may come between.
        static string Squeezed(string text) => text.Replace(" ", "").Replace("\n", "").Replace("//", "");

        static string[] Words(string line) => line.Split(' ', '`', '*', '#', '[', ']', '(', ')', '\\');
    }

    [Theory]
    [InlineData("[Dense(1)]", "[Dense(1)]")]
    [InlineData("    [Dense(500, Activation.Tanh)] public partial DenseLayer A { get; }", "    [Dense(500, Activation.Tanh)]", "    public partial DenseLayer A { get; }")]
    [InlineData("var one = new Classifier(seed: 42, memory);", "var one = new Classifier(seed: 42,", "    memory);")]
    [InlineData("Say(\"one two three four five six seven eight\", 1);", "Say(\"one two three four five six seven eight\", 1);")]
    [InlineData("int a = 1; // what it means is said here, at length", "int a = 1; // what it means is said", "    // here, at length")]
    [InlineData("// what it means is said here at some length", "// what it means is said here at some", "    // length")]
    [InlineData("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Code_is_broken_where_it_means_the_same(string line, params string[] lines) =>
        Assert.Equal(lines, Rules.CodeLine.Wrap(line, width: 40));

    [Theory]
    [InlineData("init2003")]
    [InlineData("2003")]
    public async Task An_id_may_be_shortened(string id) =>
        Assert.Equal(await ToolRun.Of("explain", "INIT2003"), await ToolRun.Of("explain", id));

    [Fact]
    public async Task Without_a_rule_all_rules_are_listed()
    {
        ToolRun run = await ToolRun.Of("explain");
        Assert.Equal(Ids.Select(row => row.Data).Order(), run.Output.TrimEnd().Split('\n').Select(line => line.Split(':')[0]));
    }

    [Theory]
    [InlineData("INIT4009", "There is no rule 'INIT4009'; near it are INIT1009, INIT2009, INIT4001, INIT4002, INIT4003, INIT4004.")]
    [InlineData("INIT400", "There is no rule 'INIT400'; near it are INIT4001, INIT4002, INIT4003, INIT4004.")]
    [InlineData("CS0103", "There is no rule 'CS0103'; 'initgen explain' lists all rules.")]
    public async Task An_unknown_rule_is_refused_with_those_near_it(string id, string sentence) =>
        (await ToolRun.Of("explain", id)).AssertRefused(sentence);
}
