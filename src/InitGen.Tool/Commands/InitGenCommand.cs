using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace InitGen.Tool.Commands;

/// <summary>The command <c>initgen</c>.</summary>
internal static class InitGenCommand
{
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null }; // a path may start with @

    /// <summary>Runs the tool.</summary>
    /// <param name="arguments">What stands behind its name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where all else goes.</param>
    /// <param name="cancellationToken">Ends it, as Ctrl+C does.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        try
        {
            ParseResult parsed = Create().Parse(arguments, Parsing);
            if (parsed.Action is not HelpAction && Misuse.Of(parsed).ToArray() is { Length: > 0 } sentences)
            {
                foreach (string sentence in sentences)
                {
                    await error.WriteLineAsync(Printable(sentence));
                }

                await error.WriteLineAsync($"'{PathOf(parsed.CommandResult)} --help' tells more.");
                return ExitCode.Error;
            }

            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is ToolException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(Printable(exception.Message));
            return ExitCode.Error;
        }
        catch (Exception exception)
        {
            await error.WriteLineAsync($"This is a fault of the tool; please report it with all that follows. {exception}");
            return ExitCode.Fault;
        }
    }

    // Not a RootCommand, which takes its name from the file that runs: that is dotnet, or a test.
    private static Command Create() =>
        new("initgen", "Measures networks that InitGen generated, and explains its rules.")
        {
            ReportCommand.Create(),
            ListCommand.Create(),
            ExplainCommand.Create(),
            new HelpOption(),
            new VersionOption(),
        };

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : command.Command.Name;

    // What files, arguments and applications say is shown on one line, and does not steer the terminal.
    private static string Printable(string sentence) =>
        string.Concat(sentence.ReplaceLineEndings(" ").Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
