using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace InitGen.Tool.Tests;

/// <summary>Command lines that nobody should write.</summary>
public class ArgumentTests
{
    private const string Options = "--network, --inputs, --columns, --count, --seed, --batch-size, --html, --json, --markdown, --sarif, --fail-on, --configuration, -c";

    [Theory]
    [InlineData("There is no command 'reprot'; did you mean 'report'?", "reprot")]
    [InlineData("There is no command 'lst'; did you mean 'list'?", "lst", "a.dll")]
    [InlineData("There is no command 'zebra'; there are report, list, explain.", "zebra")]
    [InlineData("There is no command ''; there are report, list, explain.", "")]
    [InlineData("There is no option '--hepl'; did you mean '--help'?", "--hepl")]
    [InlineData("A command is missing; give one of report, list, explain.")]
    public async Task A_wrong_command_is_told(string sentence, params string[] arguments) =>
        (await ToolRun.Of(arguments)).AssertRefused($"{sentence}\n'initgen --help' tells more.");

    [Theory]
    [InlineData("Required argument missing for option: '--html'.", "--html")]
    [InlineData("Required argument missing for option: '--json'.", "--json")]
    [InlineData("Required argument missing for option: '--seed'.", "--seed")]
    [InlineData("Option '--html' expects a single argument but 2 were provided.", "--html", "a", "--html", "b")]
    [InlineData("Option '--json' expects a single argument but 2 were provided.", "--json", "-", "--json", "-")]
    [InlineData("Option '--seed' expects a single argument but 2 were provided.", "--seed", "1", "--seed", "2")]
    [InlineData("--html has no value: --json follows it.", "--html", "--json", "a.json")]
    [InlineData("--network has no value: -c follows it.", "--network", "-c", "Release")]
    [InlineData("There is no option '--jsn'; did you mean '--json'?", "--jsn", "-")]
    [InlineData("There is no option '--htlm'; did you mean '--html'?", "--htlm=a.html")]
    [InlineData("There is no option '--verbose'; there are " + Options + ".", "--verbose")]
    [InlineData("'second.dll' is one argument too many; put a path with spaces in quotes.", "second.dll")]
    [InlineData("--html and --json name the same file, 'a'; give each its own.", "--html", "a", "--json", "a")]
    [InlineData("--html and --json name the same file, './a'; give each its own.", "--html", "./a", "--json", "a")]
    [InlineData("--inputs and --json name the same file, 'a.csv'; give each its own.", "--inputs", "a.csv", "--json", "a.csv")]
    [InlineData("Only one of --json, --markdown and --sarif can go to standard output; give the others files.", "--markdown", "-", "--sarif", "-")]
    [InlineData("'' is not a file that can be written; give the name of a file in a folder that exists.", "--html", "")]
    [InlineData("'a\uFFFDb' is not a file that can be written; give the name of a file in a folder that exists.", "--json", "a\0b")]
    [InlineData("'' is not a seed; give a whole number from 0 to 18446744073709551615.", "--seed", "")]
    public async Task A_wrong_option_is_told(string sentence, params string[] arguments) =>
        (await ToolRun.Of(["report", "first.dll", .. arguments])).AssertMisused(sentence);

    [Theory]
    [InlineData("There is no file or folder ''; give a project, a folder with one, or the .dll that dotnet build makes.", "report", "")]
    [InlineData("There is no file or folder '@a'; give a project, a folder with one, or the .dll that dotnet build makes.", "list", "@a")]
    [InlineData("There is no file or folder '\uFFFD'; give a project, a folder with one, or the .dll that dotnet build makes.", "list", "\0")]
    [InlineData("There is no file or folder '--x'; give a project, a folder with one, or the .dll that dotnet build makes.", "list", "--", "--x")]
    public async Task A_target_that_cannot_be_is_told(string sentence, params string[] arguments) =>
        (await ToolRun.Of(arguments)).AssertRefused(sentence);

    [Fact]
    public async Task No_arguments_are_a_fault_of_the_tool()
    {
        using TemporaryDirectory directory = new();
        string assembly = directory["DeepTanh.dll"]; // what is named as an output is overwritten
        File.Copy(BuiltAssembly.DeepTanh, assembly);
        string[] words =
        [
            "report", "report", "report", "list", "explain", "reprot", "--network", "--inputs", "--columns", "--count", "--seed", "--batch-size",
            "--html", "--json", "--markdown", "--sarif", "--layers", "--fail-on", "--configuration", "-c", "--help", "-h", "-?", "--version", "--", "-", "--htm", "--json=", "-x", "@x",
            "", " ", "\0", "\n", "\u001b[31m", "\ud800", "0", "7", "-1", "1e9", "99999999999999999999", "1-", "2-1", "a,b", ",", "any", "deviation",
            "INIT2003", "2003", "INIT", "XavierTanh", "HeRelu", "DeepTanh", assembly, assembly, assembly,
            directory.Path, directory["a.html"], directory["no/a.html"], directory.Write("a.csv", "1,2,3\n"), directory.Write("b.csv", "\"\n"),
            directory.Write("a.npy", "no matrix"), directory.Write("broken.dll", "MZ"), directory.Write("App.exe", ""), "/", "..",
            new string('x', 5_000),
        ];
        var random = new Random(17);
        for (int i = 0; i < 500; i++)
        {
            string[] arguments = [.. Enumerable.Range(0, random.Next(8)).Select(_ => words[random.Next(words.Length)])];
            ToolRun run = await ToolRun.Of(arguments);
            string said = $"'{string.Join("' '", arguments)}' ends with {run.ExitCode}: {run.Error}";
            Assert.True(run.ExitCode is 0 or 1 or 2, said);
            Assert.True(run.ExitCode == 0 || run.Error.Length > 0, said);
            Assert.False(run.Error.Contains("   at ", StringComparison.Ordinal), said);
        }
    }
}
