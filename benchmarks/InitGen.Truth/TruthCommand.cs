using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;

namespace InitGen.Truth;

/// <summary>The command line.</summary>
internal static class TruthCommand
{
    private const int Misuse = 2;

    /// <summary>Does what the arguments ask for.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>The exit code: 0, or 2 where the arguments are wrong.</returns>
    public static int Invoke(string[] arguments)
    {
        Option<int> seed = Number("--seed", "N", "Which networks: each seed has its own.", 1, 0);
        Option<int> networks = Number("--networks", "N", "How many networks, the first of the seed.", 300, 1);
        Option<int> fix = Number("--fix", "K", "Also fix the first K networks that are warned of, and train them again.", 0, 1);
        Option<LearningTask> task = new("--task")
        {
            Description = "What they are to learn.",
            HelpName = "digits|teacher",
            DefaultValueFactory = static _ => new DigitTask(),
            CustomParser = ParseTask,
        };
        Option<bool> list = new("--list") { Description = "Also list the networks of which the compiler is wrong." };
        Option<bool> auto = new("--auto") { Description = "Instead, train networks of Init.Auto beside others, at several depths." };
        Option<bool> rates = new("--rates") { Description = "Instead, train at rates from 0.0001 to 10, and hold them to those predicted." };
        Command command = new("InitGen.Truth", "Trains random networks, and counts how often those that the compiler warns of fail.")
        {
            seed, networks, task, fix, list, auto, rates, new HelpOption(),
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(auto))
            {
                AutomaticNetworks.Compare(parsed.GetRequiredValue(task));
                return;
            }

            if (parsed.GetValue(rates))
            {
                LearningRateComparison.Run(
                    (ulong)parsed.GetValue(seed), parsed.GetValue(networks), parsed.GetRequiredValue(task), parsed.GetValue(list));
                return;
            }

            Experiment.Run(
                (ulong)parsed.GetValue(seed),
                parsed.GetValue(networks),
                parsed.GetRequiredValue(task),
                parsed.GetValue(fix),
                parsed.GetValue(list));
        });

        ParseResult parsed = command.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            Console.Error.WriteLine(parsed.Errors[0].Message);
            return Misuse;
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static Option<int> Number(string name, string helpName, string description, int otherwise, int least) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => Parse(result, name, least),
    };

    private static LearningTask? ParseTask(ArgumentResult result)
    {
        switch (result.Tokens.Count == 1 ? result.Tokens[0].Value : "")
        {
            case "digits":
                return new DigitTask();
            case "teacher":
                return new TeacherTask();
            case var text:
                result.AddError($"--task is '{text}', but must be digits or teacher.");
                return null;
        }
    }

    private static int Parse(ArgumentResult result, string name, int least)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least)
        {
            return number;
        }

        result.AddError($"{name} is '{text}', but must be a whole number from {least} to {int.MaxValue}.");
        return 0;
    }
}
