using System.Linq;
using InitGen.Reading;

namespace InitGen.Emit;

/// <summary>Writes bodies for layers that cannot be generated, so that the compiler goes on to the rule that says why.</summary>
public static class StandInEmitter
{
    private const string Body = "throw new global::System.InvalidOperationException(\"The definition of the network has a mistake.\")";

    /// <summary>The generated file.</summary>
    /// <param name="standIn">The layers.</param>
    public static SourceFile Emit(StandIn standIn)
    {
        CodeWriter code = new();
        TypePart.Open(code, standIn.Place);
        foreach (StandInProperty property in standIn.Properties)
        {
            code.Line("/// <summary>A layer that an INIT1xxx error explains.</summary>")
                .Line($"{property.Header} {{ {string.Concat(property.Accessors.Select(static accessor => $"{accessor} => {Body}; "))}}}");
        }

        TypePart.Close(code, standIn.Place);
        return new SourceFile(standIn.HintName, code.ToString());
    }
}
