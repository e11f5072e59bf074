using System.Threading.Tasks;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace InitGen.Analyzers.Tests.Fixes;

public class PartialTypeFixerTests
{
    [Fact]
    public Task A_network_is_made_partial() => Verify.FixesAsync<PartialTypeFixer>(
        """
        using InitGen;

        /// <summary>Mine.</summary>
        [Network(3)] // three
        public sealed   class /* a */ {|CS0260:{|INIT1001:Net|}|}
        {
            [Dense(2)] public partial DenseLayer Output { get; }
        }
        """,
        """
        using InitGen;

        /// <summary>Mine.</summary>
        [Network(3)] // three
        public sealed   partial class /* a */ Net
        {
            [Dense(2)] public partial DenseLayer Output { get; }
        }
        """,
        "Make 'Net' partial");

    [Fact]
    public Task A_type_without_modifiers_is_made_partial() => Verify.FixesAsync<PartialTypeFixer>(
        "using InitGen; [Network(3)] class {|CS0260:{|INIT1001:Net|}|} { [Dense(2)] public partial DenseLayer Output { get; } }",
        "using InitGen; [Network(3)] partial class Net { [Dense(2)] public partial DenseLayer Output { get; } }");

    [Fact]
    public Task The_types_around_a_network_are_made_partial() => FixesTypesAroundAsync(
        """
        using InitGen;

        public interface {|CS0260:{|INIT1001:IOuter|}|}
        {
            public readonly record struct {|CS0260:{|INIT1001:Middle|}|}
            {
                [Network(3)] internal class {|CS0260:{|INIT1001:Net|}|} { [Dense(2)] public partial DenseLayer Output { get; } }
            }
        }
        """,
        """
        using InitGen;

        public partial interface IOuter
        {
            public readonly partial record struct Middle
            {
                [Network(3)] internal partial class Net { [Dense(2)] public partial DenseLayer Output { get; } }
            }
        }
        """);

    [Fact]
    public Task A_type_around_two_networks_is_made_partial_once() => FixesTypesAroundAsync(
        """
        using InitGen;

        public class {|CS0260:{|INIT1001:{|INIT1001:Outer|}|}|}
        {
            [Network(3)] partial class A { [Dense(2)] public partial DenseLayer Output { get; } }
            [Network(3)] partial class B { [Dense(2)] public partial DenseLayer Output { get; } }
        }
        """,
        """
        using InitGen;

        public partial class Outer
        {
            [Network(3)] partial class A { [Dense(2)] public partial DenseLayer Output { get; } }
            [Network(3)] partial class B { [Dense(2)] public partial DenseLayer Output { get; } }
        }
        """);

    [Fact]
    public Task Networks_in_several_documents_are_fixed_together_with_their_line_endings() => new NetworkCodeFixTest<PartialTypeFixer>
    {
        TestState =
        {
            Sources =
            {
                "using InitGen;\r\n[Network(3)]\r\nclass {|CS0260:{|INIT1001:A|}|}\r\n{\r\n    [Dense(2)] public partial DenseLayer Output { get; }\r\n}\r\n",
                "using InitGen;\n[Network(3)]\n\tclass {|CS0260:{|INIT1001:B|}|} { [Dense(2)] public partial DenseLayer Output { get; } }",
            },
        },
        FixedState =
        {
            Sources =
            {
                "using InitGen;\r\n[Network(3)]\r\npartial class A\r\n{\r\n    [Dense(2)] public partial DenseLayer Output { get; }\r\n}\r\n",
                "using InitGen;\n[Network(3)]\n\tpartial class B { [Dense(2)] public partial DenseLayer Output { get; } }",
            },
        },
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task Where_the_parser_would_not_take_the_word_for_the_types_it_is_not_offered() => new NetworkCodeFixTest<PartialTypeFixer>
    {
        TestState =
        {
            Sources =
            {
                "using InitGen;\nnamespce Nets\n{\n[Network(3)]\npublic sealed partial class {|INIT1001:Net|} { }\n}\n",
                "using InitGen; [Network(3)] public sealed partial class Net { [Dense(2)] public partial DenseLayer Output { get; } }",
            },
        },
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync(TestContext.Current.CancellationToken);

    // Such a type is reported where its network is read, outside the network's own declaration.
    private static Task FixesTypesAroundAsync(string source, string fixedSource) => new NetworkCodeFixTest<PartialTypeFixer>
    {
        TestCode = source,
        FixedCode = fixedSource,
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
    }.RunAsync(TestContext.Current.CancellationToken);
}
