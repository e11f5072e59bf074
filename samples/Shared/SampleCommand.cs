using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Reflection;
using System.Text;
using InitGen.Reporting;

namespace InitGen.Samples;

/// <summary>The command line of a sample: it prints, or does one other thing that an option asks for.</summary>
public sealed class SampleCommand
{
    private const int Error = 2;
    private readonly Command _command;
    private readonly Dictionary<Option, Func<ParseResult, int>> _others = [];

    /// <summary>Makes the command line of the sample that runs.</summary>
    /// <param name="description">What the sample shows.</param>
    /// <param name="print">What it does without an option.</param>
    /// <param name="report">What <c>--report</c> writes.</param>
    public SampleCommand(string description, Action print, Func<SignalReport> report)
    {
        _command = new Command(Assembly.GetEntryAssembly()!.GetName().Name!, description) { new HelpOption() };
        _command.SetAction(parsed =>
            _others.FirstOrDefault(other => IsGiven(parsed.GetResult(other.Key))).Value?.Invoke(parsed) ?? Run(print));
        _command.Validators.Add(RefuseTwoThings);

        Option<string> path = new("--report") { Description = "Write a report as one page of HTML.", HelpName = "out.html" };
        Add(path, parsed => ReportFile.Save(report, parsed.GetRequiredValue(path)));
    }

    /// <summary>Adds something else to do.</summary>
    /// <param name="option">The option that asks for it.</param>
    /// <param name="description">What it does.</param>
    /// <param name="run">Does it.</param>
    public SampleCommand Or(string option, string description, Action run)
    {
        Add(new Option<bool>(option) { Description = description, Arity = ArgumentArity.Zero }, _ => Run(run));
        return this;
    }

    /// <summary>Does what the arguments ask for.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>The exit code: 0, or 2 where the arguments are wrong or the report cannot be written.</returns>
    public int Invoke(string[] arguments)
    {
        Console.OutputEncoding = Encoding.UTF8;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        ParseResult parsed = _command.Parse(arguments);
        if (parsed.Errors.Count == 0 || parsed.Action is HelpAction)
        {
            return parsed.Invoke();
        }

        foreach (ParseError error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        Console.Error.WriteLine($"{_command.Name} knows {string.Join(", ", _others.Keys.Select(Usage))} and --help.");
        return Error;
    }

    private static int Run(Action action)
    {
        action();
        return 0;
    }

    // A flag that is not given has a result too, of its default value.
    private static bool IsGiven(OptionResult? result) => result is { Implicit: false };

    private static string Usage(Option option) => $"{option.Name} {option.HelpName}".TrimEnd();

    private void Add(Option option, Func<ParseResult, int> run)
    {
        _command.Add(option);
        _others.Add(option, run);
    }

    private void RefuseTwoThings(CommandResult result)
    {
        string[] asked = [.. _others.Keys.Where(option => IsGiven(result.GetResult(option))).Select(option => option.Name)];
        if (asked.Length > 1)
        {
            result.AddError($"Give one of {string.Join(" and ", asked)}.");
        }
    }
}
