using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using InitGen.Wording;

namespace InitGen.Tool.Commands;

/// <summary>Says what is wrong with a command line.</summary>
internal static class Misuse
{
    /// <summary>What is wrong, in sentences; empty where nothing is.</summary>
    /// <param name="parsed">The command line.</param>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (OfOptions(parsed, command) is { } wrongOption)
        {
            return [wrongOption];
        }

        if (command.Subcommands.Count > 0)
        {
            return parsed.Errors.Count > 0 ? [OfCommand(parsed, command)] : []; // --version needs no command
        }

        return parsed.UnmatchedTokens is [string first, ..]
            ? [$"'{first}' is one argument too many"
                + $"{(first.Contains(' ', StringComparison.Ordinal) ? "" : "; put a path with spaces in quotes")}."]
            : parsed.Errors.Select(error => error.Message).Distinct();
    }

    // The parser takes what looks like an option, but is none, for an argument; and what is one for the value of the option before it.
    private static string? OfOptions(ParseResult parsed, Command command)
    {
        string[] options = [.. command.Options.SelectMany(option => option.Aliases.Prepend(option.Name))];
        Token? before = null;
        foreach (Token token in parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            string name = token.Value.Split('=')[0];
            bool isOption = options.Contains(name);
            if (token.Type == TokenType.Argument && (isOption || (name.Length > 2 && name.StartsWith("--", StringComparison.Ordinal))))
            {
                return isOption && before?.Type == TokenType.Option
                    ? $"{before.Value} has no value: {name} follows it."
                    : $"There is no option '{name}'{Suggestion(name, options)}";
            }

            before = token;
        }

        return null;
    }

    private static string OfCommand(ParseResult parsed, Command command)
    {
        string[] names = [.. command.Subcommands.Select(each => each.Name)];
        return parsed.UnmatchedTokens is [string first, ..]
            ? $"There is no command '{first}'{Suggestion(first, names)}"
            : $"A command is missing; give one of {string.Join(", ", names)}.";
    }

    private static string Suggestion(string word, string[] known) =>
        Spelling.Nearest(word, known) is { } nearest ? $"; did you mean '{nearest}'?" : $"; there are {string.Join(", ", known)}.";
}
