using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Tool.Loading;

namespace InitGen.Tool.Commands;

/// <summary>What a command is pointed at, and how it is built.</summary>
internal sealed class TargetArguments
{
    private readonly Argument<string> _target = new("target")
    {
        Description = "A project, a solution or a folder with one, which is built; or the .dll of a built application or library. "
            + "Without it, the current folder.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _configuration = new("--configuration", "-c")
    {
        Description = "The configuration that is built: Release. Without it, the project's own, Debug.",
        HelpName = "name",
    };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_target);
        command.Add(_configuration);
    }

    /// <summary>The path of what the command is pointed at.</summary>
    /// <param name="parsed">The arguments.</param>
    public string PathIn(ParseResult parsed) => parsed.GetRequiredValue(_target);

    /// <summary>Builds what there is to build, and finds the networks.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="cancellationToken">Ends a build.</param>
    /// <exception cref="ToolException">There are none, or they cannot be loaded.</exception>
    public Task<NetworkCatalog> LoadAsync(ParseResult parsed, CancellationToken cancellationToken) => NetworkCatalog.LoadAsync(
        PathIn(parsed), parsed.GetValue(_configuration), parsed.InvocationConfiguration.Error, cancellationToken);
}
