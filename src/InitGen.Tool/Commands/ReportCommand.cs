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
    private const string StandardOutput = "-";

    private readonly Argument<string> _assembly = AssemblyArgument.Create();

    private readonly Option<string[]> _networks = new("--network")
    {
        Description = "The name of a network; can be given several times. Without it, all networks stand side by side.",
        HelpName = "name",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _inputs = new("--inputs")
    {
        Description = "A .csv or .npy file of inputs, one a row. Without it, inputs are random, from N(0, 1).",
        HelpName = "file",
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

    private readonly Option<string?> _html = new("--html") { Description = "Writes the report as a page, too.", HelpName = "file" };

    private readonly Option<string?> _json = new("--json")
    {
        Description = "Writes the report as JSON, too; - writes it to standard output instead of the tables.",
        HelpName = "file|-",
    };

    private readonly Option<FindingKind[]> _failOn = FailOn.Create();

    private ReportCommand()
    {
    }

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var options = new ReportCommand();
        var command = new Command("report", "Measures the networks of a built assembly, layer by layer, beside what was predicted. This runs their code.")
        {
            options._assembly,
            options._networks,
            options._inputs,
            options._count,
            options._seed,
            options._batchSize,
            options._html,
            options._json,
            options._failOn,
        };
        command.Validators.Add(options.Validate);

        // Not on the thread that Ctrl+C is waited for.
        command.SetAction((parsed, cancellationToken) => Task.Run(() => options.Run(parsed, cancellationToken), cancellationToken));
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

    // Told before the work is done, not after it.
    private void Validate(CommandResult command)
    {
        if (command.GetResult(_inputs) is not null && command.GetResult(_count) is { Implicit: false })
        {
            command.AddError("--count is the number of random inputs; give either --count or --inputs.");
        }

        foreach (string? path in (IEnumerable<string?>)[command.GetValue(_html), command.GetValue(_json)])
        {
            if (path is null or StandardOutput)
            {
                continue;
            }

            if (path.Length == 0 || Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                command.AddError($"'{path}' is not a file that can be written; give the name of a file in a folder that exists.");
            }
        }

        if (command.GetValue(_html) == StandardOutput)
        {
            command.AddError("--html needs the name of a file; only --json can go to standard output.");
        }
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        IReadOnlyList<NetworkType> networks =
            NetworkAssembly.Load(parsed.GetRequiredValue(_assembly), error).Find(parsed.GetRequiredValue(_networks));
        ulong seed = parsed.GetValue(_seed);
        IInputSource inputs = parsed.GetValue(_inputs) is { } path
            ? Open(path, networks)
            : InputSource.StandardNormal(parsed.GetValue(_count), seed);
        SignalReport report = Measure(networks, seed, inputs, parsed.GetValue(_batchSize), error, cancellationToken);
        Write(report, parsed.GetValue(_html), parsed.GetValue(_json), output, error);
        return Judge(report, parsed.GetValue(_failOn) ?? [], error);
    }

    private static IInputSource Open(string path, IReadOnlyList<NetworkType> networks)
    {
        if (networks.FirstOrDefault(network => network.InputSize != networks[0].InputSize) is { } other)
        {
            throw new ToolException(FormattableString.Invariant(
                $"'{networks[0].Name}' takes {networks[0].InputSize} inputs and '{other.Name}' {other.InputSize}; name those that '{path}' is for with --network."));
        }

        IInputSource inputs = InputFile.Open(path);
        _ = inputs.Count(networks[0].InputSize); // before anything is measured
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

    private static void Write(SignalReport report, string? html, string? json, TextWriter output, TextWriter error)
    {
        if (json == StandardOutput)
        {
            JsonReport.Write(report, output);
        }
        else
        {
            ConsoleReport.Write(report, output);
        }

        if (html is not null)
        {
            HtmlReport.Save(report, html);
            error.WriteLine($"The page is in {html}.");
        }

        if (json is not (null or StandardOutput))
        {
            JsonReport.Save(report, json);
            error.WriteLine($"The JSON is in {json}.");
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
