using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Reporting;
using InitGen.Tool.Inputs;
using InitGen.Tool.Loading;

namespace InitGen.Tool.Commands;

/// <summary><c>initgen report</c>.</summary>
internal sealed class ReportCommand
{
    private readonly TargetArguments _target = new();

    private readonly Option<string[]> _networks = new("--network")
    {
        Description = "The name of a network; can be given several times. Without it, all networks stand side by side.",
        HelpName = "name",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _inputs = new("--inputs")
    {
        Description =
            "A file of inputs, one a row: CSV or NumPy's .npy; - reads standard input. Without it, inputs are random, from N(0, 1).",
        HelpName = "file|-",
    };

    private readonly Option<ColumnSelection?> _columns = new("--columns")
    {
        Description = "The columns of the file that are inputs, by name or by number from 1: 2-785, or height,width. Without it, all are.",
        HelpName = "columns",
        CustomParser = ColumnSelection.Parse,
    };

    private readonly Option<int> _count = new("--count")
    {
        Description = "The number of random inputs.",
        HelpName = "n",
        DefaultValueFactory = _ => 1_000,
        CustomParser = PositiveNumber,
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "The seed of weights, random inputs and gradients.",
        HelpName = "n",
        DefaultValueFactory = _ => 42,
        CustomParser = Seed,
    };

    private readonly Option<int> _batchSize = new("--batch-size")
    {
        Description = "The most inputs that are measured at once.",
        HelpName = "n",
        DefaultValueFactory = _ => SignalReportOptions.Default.BatchSize,
        CustomParser = PositiveNumber,
    };

    private readonly Option<string?> _html = OutputFile.Create("--html", "Writes the report as a page, too.", isText: false);

    private readonly Option<string?> _json = OutputFile.Create(
        "--json", "Writes the report as JSON, too; - writes it to standard output instead of the tables.", isText: true);

    private readonly Option<string?> _markdown = OutputFile.Create(
        "--markdown",
        "Writes the report as Markdown, too, for the summary of a build server; - writes it instead of the tables.",
        isText: true);

    private readonly Option<string?> _sarif = OutputFile.Create(
        "--sarif", "Writes what is wrong as SARIF 2.1.0, too, for code scanning; - writes it instead of the tables.", isText: true);

    private readonly Option<FindingKind[]> _failOn = FailOn.Create();

    private Option<string?>[] Outputs => [_html, _json, _markdown, _sarif];

    private ReportCommand()
    {
    }

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var options = new ReportCommand();
        var command = new Command("report", "Measures networks, layer by layer, beside what was predicted. This runs their code.")
        {
            options._networks,
            options._inputs,
            options._columns,
            options._count,
            options._seed,
            options._batchSize,
            options._html,
            options._json,
            options._markdown,
            options._sarif,
            options._failOn,
        };
        options._target.AddTo(command);
        command.Validators.Add(options.Validate);

        // Not on the thread that Ctrl+C is waited for.
        command.SetAction((parsed, cancellationToken) => Task.Run(() => options.RunAsync(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static int PositiveNumber(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
        {
            return number;
        }

        argument.AddError($"'{text}' is not a number of inputs; give a whole number from 1 to {int.MaxValue}.");
        return 1;
    }

    private static ulong Seed(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            return seed;
        }

        argument.AddError($"'{text}' is not a seed; give a whole number from 0 to {ulong.MaxValue}.");
        return 0;
    }

    private void Validate(CommandResult command)
    {
        if (command.GetResult(_inputs) is not null && command.GetResult(_count) is { Implicit: false })
        {
            command.AddError("--count is the number of random inputs; give either --count or --inputs.");
        }

        if (command.GetResult(_inputs) is null && command.GetResult(_columns) is not null)
        {
            command.AddError("--columns picks among the columns of a file; give one with --inputs.");
        }

        // What would be overwritten by another, or is read itself.
        Option[] files = [_inputs, .. Outputs];
        (string Option, string Path)[] paths =
        [
            .. files.Where(file => command.GetResult(file) is { Tokens: [{ Value.Length: > 0 }] })
                .Select(file => (file.Name, command.GetResult(file)!.Tokens[0].Value)),
        ];
        if (Outputs.Count(file => command.GetResult(file) is { Tokens: [{ Value: OutputFile.StandardOutput }] }) > 1)
        {
            command.AddError("Only one of --json, --markdown and --sarif can go to standard output; give the others files.");
        }

        foreach (IGrouping<string, (string Option, string Path)> same in paths
            .Where(file => file.Path != OutputFile.StandardOutput && !file.Path.Contains('\0'))
            .GroupBy(file => Path.GetFullPath(file.Path))
            .Where(group => group.Count() > 1))
        {
            command.AddError(
                $"{string.Join(" and ", same.Select(file => file.Option))} name the same file, '{same.First().Path}'; give each its own.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        NetworkCatalog catalog = await _target.LoadAsync(parsed, cancellationToken);
        IReadOnlyList<NetworkType> networks = catalog.Find(parsed.GetRequiredValue(_networks));
        ulong seed = parsed.GetValue(_seed);
        IInputSource inputs = parsed.GetValue(_inputs) is { } path
            ? Open(path, parsed.GetValue(_columns), networks, error)
            : InputSource.StandardNormal(parsed.GetValue(_count), seed);
        SignalReport report = Measure(networks, seed, inputs, parsed.GetValue(_batchSize), error, cancellationToken);
        Write(report, parsed, output, error);
        return Judge(report, parsed.GetValue(_failOn) ?? [], error);
    }

    private static IInputSource Open(
        string path, ColumnSelection? columns, IReadOnlyList<NetworkType> networks, TextWriter error)
    {
        NetworkType first = networks[0];
        int inputSize = first.ReadTable().InputSize;
        foreach (NetworkType other in networks.Skip(1))
        {
            if (other.ReadTable().InputSize is var otherSize && otherSize != inputSize)
            {
                throw new ToolException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{first.Name}' takes {inputSize} inputs and '{other.Name}' {otherSize}; "
                        + $"name those that '{path}' is for with --network."));
            }
        }

        IInputSource inputs = InputFile.Read(path, columns, error);
        _ = inputs.Count(inputSize); // before anything is measured
        return inputs;
    }

    private static SignalReport Measure(
        IReadOnlyList<NetworkType> networks,
        ulong seed,
        IInputSource inputs,
        int batchSize,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        using ProgressLine? progress = error == Console.Error && !Console.IsErrorRedirected ? new ProgressLine(error) : null;
        return SignalReport.Compare([.. networks.Select(network => network.Measure(seed, inputs, batchSize, progress, cancellationToken))]);
    }

    private void Write(SignalReport report, ParseResult parsed, TextWriter output, TextWriter error)
    {
        if (!Outputs.Any(option => parsed.GetValue(option) == OutputFile.StandardOutput))
        {
            ConsoleReport.Write(report, output);
        }

        Write(_html, "page", HtmlReport.Save, null);
        Write(_json, "JSON", JsonReport.Save, JsonReport.Write);
        Write(_markdown, "Markdown", MarkdownReport.Save, MarkdownReport.Write);
        Write(_sarif, "SARIF", SarifReport.Save, SarifReport.Write);

        void Write(Option<string?> option, string what, Action<SignalReport, string> save, Action<SignalReport, TextWriter>? write)
        {
            switch (parsed.GetValue(option))
            {
                case null:
                    break;
                case OutputFile.StandardOutput:
                    write!(report, output);
                    break;
                case { } path:
                    save(report, path);
                    error.WriteLine($"The {what} is in {path}.");
                    break;
            }
        }
    }

    private static int Judge(SignalReport report, FindingKind[] failOn, TextWriter error)
    {
        (string Network, Finding Finding)[] found =
        [
            .. report.Networks.SelectMany(
                network => network.Findings.Where(finding => failOn.Contains(finding.Kind)), (network, finding) => (network.Name, finding)),
        ];
        foreach ((string network, Finding finding) in found)
        {
            error.WriteLine($"{network}: {finding.Text}");
        }

        return found.Length > 0 ? ExitCode.Found : ExitCode.Success;
    }
}
