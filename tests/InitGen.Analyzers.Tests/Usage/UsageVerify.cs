using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace InitGen.Analyzers.Tests.Usage;

/// <summary>Short forms of the tests of a rule on code that uses networks.</summary>
internal static class UsageVerify
{
    /// <summary>The networks that the tests' code uses; the first has 20·16+16 + 3·(16·16+16) + 16+1 + 3+3 parameters.</summary>
    public const string Networks = """
        using InitGen;

        [Network(20)]
        public sealed partial class Classifier
        {
            [Dense(16, Activation.Relu)] public partial DenseLayer First { get; }
            [Dense(16, Activation.Tanh, Repeat = 3)] public partial DenseStack Hidden { get; }
            [Dense(1, Activation.Tanh)] public partial DenseLayer Narrow { get; }
            [Dense(3, Activation.Softmax)] public partial DenseLayer Output { get; }
        }

        [Network(20)]
        public sealed partial class Stacked
        {
            [Dense(16, Activation.Tanh, BiasStdDev = 0.1)] public partial DenseLayer Noisy { get; }
            [Dense(16, Activation.Tanh, Repeat = 3)] public partial DenseStack Hidden { get; }
        }

        [Network(20)]
        public sealed partial class Regression
        {
            [Dense(3)] public partial DenseLayer Output { get; }
        }
        """;

    /// <summary>The number of parameters of the classifier.</summary>
    public const string ClassifierParameters = "1,175";

    /// <summary>A file of code with some members.</summary>
    public static string Code(string members) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Runtime.InteropServices;
        using System.Threading.Tasks;
        using InitGen;

        public static class Code
        {
            {{members}}
        }
        """;

    /// <summary>A file of code with a method for each body, whose parameters are "…", and some other members.</summary>
    public static string Methods(string parameters, string[] bodies, string otherMembers = "") =>
        Code(string.Join('\n', bodies.Select((body, number) => $"public static void Run{number}({parameters}) {{ {body} }}").Append(otherMembers)));

    /// <summary>Exactly what the markup and the given results say is reported.</summary>
    public static Task ReportsAsync(string code, params DiagnosticResult[] expected)
    {
        var test = new UsageTest { TestState = { Sources = { code, ("/0/Networks.cs", Networks) } } };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>INIT4002 is a hint at the place #0 of each body.</summary>
    public static Task HintsAsync(string parameters, string[] bodies, string otherMembers = "") =>
        SharesSeedAsync(DiagnosticSeverity.Info, parameters, bodies, otherMembers);

    /// <summary>INIT4002 is a warning at the place #0 of each body.</summary>
    public static Task WarnsAsync(string parameters, string[] bodies, string otherMembers = "") =>
        SharesSeedAsync(DiagnosticSeverity.Warning, parameters, bodies, otherMembers);

    /// <summary>A message at the place #0.</summary>
    public static Task SaysAsync(string id, string code, string message)
    {
        var expected = new DiagnosticResult(id, DiagnosticSeverity.Warning).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
        return ReportsAsync(code, expected.WithLocation(0).WithMessage(message));
    }

    private static Task SharesSeedAsync(DiagnosticSeverity severity, string parameters, string[] bodies, string otherMembers)
    {
        var expected = new DiagnosticResult("INIT4002", severity).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
        string[] numbered = [.. bodies.Select(static (body, number) => body.Replace("#0", "#" + number, StringComparison.Ordinal))];
        return ReportsAsync(Methods(parameters, numbered, otherMembers), [.. bodies.Select((_, number) => expected.WithLocation(number))]);
    }
}
