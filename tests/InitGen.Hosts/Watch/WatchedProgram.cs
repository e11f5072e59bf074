using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using CliWrap;

namespace InitGen.Hosts.Watch;

/// <summary>A program that says twice a second what its network is, run by <c>dotnet watch</c>.</summary>
public sealed partial class WatchedProgram(PackedPackage package) : IAsyncLifetime
{
    // Ends by itself, should nobody end it.
    private const string Program = """
        for (int i = 0; i < 2_000; i++)
        {
            Say();
            Thread.Sleep(500);
        }

        static void Say()
        {
            Net net = new(seed: 1);
            Console.WriteLine($"process {Environment.ProcessId}: {Net.Layers.Length} layers, {net.Describe()} {net.Hidden.Weights[0]:R}");
        }
        """;

    private const string Network = """
        using InitGen;

        [Network(4)]
        public sealed partial class Net
        {
            [Dense(8, Activation.Relu, Init.XavierUniform)]
            public partial DenseLayer Hidden { get; }

            [Dense(2)]
            public partial DenseLayer Output { get; }

            public string Describe() => "first weight";
        }
        """;

    // A program that is built while the machine does other work may take a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly UserProject _project = new(package, "watched");
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _output = [];
    private Task _watch = Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _project.Create(new Dictionary<string, string> { ["Program.cs"] = Program, ["Net.cs"] = Network });
        _watch = Cli.Wrap("dotnet").WithArguments(["watch", "--non-interactive", "--project", _project.ProjectFile])
            .WithWorkingDirectory(_project.Folder)
            .WithEnvironmentVariables(variables => variables
                .Set("DOTNET_USE_POLLING_FILE_WATCHER", "1") // finds changes where the system cannot tell of them, as in some containers
                .Set("DOTNET_WATCH_SUPPRESS_EMOJIS", "1"))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(Hear))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(Hear))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(_stop.Token);
        await Wait(() => _output.Exists(line => line.Contains("Waiting for changes")), "dotnet watch does not wait for changes");
    }

    /// <summary>What the program says of itself now.</summary>
    internal async Task<Said> Say() => await Next(_ => true);

    /// <summary>Edits the network, and waits until the program says something else of itself.</summary>
    /// <param name="before">What to replace in the file of the network.</param>
    /// <param name="after">By what.</param>
    /// <returns>What it says then.</returns>
    internal async Task<Said> Edit(string before, string after)
    {
        Said earlier = await Say();
        _project.Replace("Net.cs", before, after);
        return await Next(said => said with { Process = earlier.Process } != earlier);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Ends the program too.
        await _stop.CancelAsync();
        await ((Task)Task.WhenAny(_watch)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task<Said> Next(Predicate<Said> isMeant)
    {
        int start = Count();
        Said? said = null;
        await Wait(
            () => (said = _output.Skip(start).Select(Said.Parse).OfType<Said>().FirstOrDefault(next => isMeant(next))) is not null,
            "The program does not say anything else");
        return said!;
    }

    private async Task Wait(Func<bool> isSo, string otherwise)
    {
        DateTime end = DateTime.UtcNow + Patience;
        while (true)
        {
            lock (_output)
            {
                if (isSo())
                {
                    return;
                }

                Assert.False(_watch.IsCompleted || DateTime.UtcNow > end, $"{otherwise}:\n{string.Join('\n', _output)}");
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private int Count()
    {
        lock (_output)
        {
            return _output.Count;
        }
    }

    private void Hear(string line)
    {
        lock (_output)
        {
            _output.Add(line);
        }
    }

    /// <summary>A line of the program.</summary>
    /// <param name="Process">The process that says it.</param>
    /// <param name="Layers">The number of layers.</param>
    /// <param name="Words">What it calls the weight.</param>
    /// <param name="Weight">The first weight of the first layer.</param>
    internal sealed partial record Said(int Process, int Layers, string Words, float Weight)
    {
        /// <summary>Reads a line of the output; null where it is another's.</summary>
        public static Said? Parse(string line) =>
            Form().Match(line) is { Success: true, Groups: var groups }
                ? new Said(int.Parse(groups[1].Value), int.Parse(groups[2].Value), groups[3].Value, float.Parse(groups[4].Value))
                : null;

        [GeneratedRegex(@"^process (\d+): (\d+) layers, (.*) (\S+)$")]
        private static partial Regex Form();
    }
}
