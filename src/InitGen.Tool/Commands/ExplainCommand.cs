using System.CommandLine;
using System.IO;
using InitGen.Tool.Rules;

namespace InitGen.Tool.Commands;

/// <summary><c>initgen explain</c>.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var rule = new Argument<string?>("rule")
        {
            Description = "The id of a rule: INIT2003. Without it, all rules are listed.",
            HelpName = "rule",
            Arity = ArgumentArity.ZeroOrOne,
        };
        rule.CompletionSources.Add([.. RulePage.Ids]);
        var command = new Command("explain", "Explains a rule: what it means, with examples, and what to do.") { rule };
        command.SetAction(parsed => Write(parsed.GetValue(rule), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Write(string? id, TextWriter output)
    {
        if (id is not null)
        {
            new MarkdownText(output).Write(RulePage.Read(id).Text);
            return;
        }

        foreach (string each in RulePage.Ids)
        {
            output.WriteLine(RulePage.Read(each).Title);
        }
    }
}
