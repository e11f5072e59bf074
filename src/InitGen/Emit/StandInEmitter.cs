using System.Linq;
using InitGen.Reading;

namespace InitGen.Emit;

/// <summary>Writes bodies for layers that cannot be generated, so that the compiler goes on to the rule that says why.</summary>
internal static class StandInEmitter
{
    /// <summary>The generated file.</summary>
    /// <param name="standIn">The layers.</param>
    public static SourceFile Emit(StandIn standIn) => SourceFile.Of(standIn.HintName, standIn.Place, code =>
    {
        foreach (StandInProperty property in standIn.Properties)
        {
            // Without the name of an exception: the project may have a System of its own.
            code.Line("/// <summary>A layer that an INIT1xxx error explains.</summary>")
                .Line($"{property.Header} {{ {string.Concat(property.Accessors.Select(static accessor => $"{accessor} => throw null!; "))}}}");
        }
    });
}
