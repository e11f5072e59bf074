using System.Collections.Generic;
using System.Linq;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Generator.Tests;

/// <summary>Generated code compiles without a warning, whatever stands around it.</summary>
public class CompilationTests
{
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["in a namespace"] = "namespace Samples.Deep;" + Network("public sealed partial class Net"),
        ["in the global namespace"] = Network("public partial class Net"),
        ["internal"] = Network("internal sealed partial class Net"),
        ["unsafe"] = Network("unsafe partial class Net"),
        ["nested"] = "public partial class Outer { public partial struct Middle { public partial interface IInner { "
            + Network("public partial class Net") + " } } }",
        ["nested in records"] = "public partial record Outer(int Number) { public partial record struct Middle { "
            + Network("internal partial class Net") + " } }",
        ["nested in a static class"] = "public static partial class Outer { " + Network("public partial class Net") + " }",
        ["nested in a generic type"] = "public partial class Outer<T, @class> where T : struct { " + Network("public partial class Net") + " }",
        ["nested in a generic type beside a type that hides its parameter"] =
            "public partial class Outer<T> { public partial class Middle { public class T; " + Network("public partial class Net") + " } }",
        ["nested in a generic type whose parameter a base class hides"] = """
            public class Module { public class T; }
            public partial class Outer<T> { public partial class Middle : Module {
            """ + Network("public partial class Net") + " } }",
        ["a type that hides the parameter of a type around it"] =
            "public partial class Outer<T> { " + Network("public partial class Net", members: "class T;") + " }",
        ["nested in a generic type whose parameter another hides"] = """
            #pragma warning disable CS0693
            public partial class Outer<T> { public partial class Middle<T> {
            """ + Network("public partial class @event") + " } }",
        ["keywords as names"] = "namespace @namespace.@int; public partial class @static { "
            + Network("public partial class @class", layer: "@default", second: "@base") + " }",
        ["contextual keywords as names"] = "namespace @record.@file;" + Network("public partial class @partial", layer: "@field", second: "@var"),
        ["names beyond ASCII"] = "namespace Ναός;" + Network("public partial class Größe", layer: "スキップ", second: "été"),
        ["types named as the library's around it"] = """
            namespace Samples
            {
                class System; class InitGen; class Span; class Memory<T>; class ReadOnlySpan<T>; class LayerInfo; class Relu;
            """ + Network("public partial class Net", attributes: "global::InitGen.") + " }",
        ["types named as the library's in it"] = Network(
            "public partial class Net",
            members: "class System; class InitGen; class Span<T>; class Memory<T>; class Initializers; class DenseKernel; class INetwork<T>;",
            attributes: "global::InitGen."),
        ["a namespace that ends in the library's names"] = "namespace Samples.InitGen.System;" + Network("public partial class Net", attributes: "global::InitGen."),
        ["members named as locals and parameters"] = Network(
            "public partial class Net", members: "int parameters, seed, layer, pass, inputs, outputs; string nameof(object o) => \"\";"),
        ["overloads of what is generated"] = Network("public partial class Net", members: """
            public Net() : this(1) { }
            public Net(int seed) : this((ulong)seed) { }
            public void Initialize() => Initialize(1);
            public float[] Forward(float[] inputs) { float[] outputs = new float[OutputSize]; Forward(inputs, outputs); return outputs; }
            """),
        ["a base class with members of the same names"] = """
            public class Module
            {
                public const int InputSize = 1;
                public virtual global::System.Span<float> Parameters => default;
                public virtual void Initialize(ulong seed) { }
                public void Forward(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs) { }
                public InitGen.DenseLayer Hidden => default;
                public virtual InitGen.DenseLayer Output => default;
            }
            """ + Network("public partial class Net : Module", modifiers: "public new", secondModifiers: "public override"),
        ["a base class with optional constructor arguments"] =
            "public class Module { protected Module(int depth = 1, params int[] sizes) { } }" + Network("public partial class Net : Module"),
        ["a base class with constructors of which one takes nothing"] =
            "public class Module { protected Module() { } protected Module(int depth = 1) { } }" + Network("public partial class Net : Module"),
        ["a base class with an obsolete constructor"] =
            "public class Module { [System.Obsolete(DiagnosticId = \"OWN001\")] protected Module() { } }" + Network("public partial class Net : Module"),
        ["a base class with an experimental constructor"] =
            "public class Module { [System.Diagnostics.CodeAnalysis.Experimental(\"OWN002\")] protected Module() { } }" + Network("public partial class Net : Module"),
        ["an experimental base class"] = """
            #pragma warning disable OWN002
            [System.Diagnostics.CodeAnalysis.Experimental("OWN002")] public class Module;
            """ + Network("public partial class Net : Module"),
        ["an experimental initializer"] = """
            #pragma warning disable OWN002
            [System.Diagnostics.CodeAnalysis.Experimental("OWN002")]
            public class Own : InitGen.IWeightInitializer
            {
                public static void Initialize(System.Span<float> weights, InitGen.WeightShape shape, ref InitGen.PhiloxStream random) { }
            }
            """ + Network("public partial class Net", arguments: ", InitGen.Activation.Linear, InitGen.Init.Custom, Initializer = typeof(Own)"),
        ["a member that nothing sets"] = Network("internal partial class Net", members: "public string Name { get; set; }"),
        ["documentation of parameters that are not there"] = Network("public partial class Net", members: """
            /// <summary>Of <paramref name="nothing"/> and <typeparamref name="T"/>, <see cref="Missing"/>.</summary>
            /// <param name="number">A number.</param>
            """),
        ["another accessibility"] = Network("public partial class Net", modifiers: "protected internal", secondModifiers: "private"),
        ["no accessibility"] = Network("public partial class Net", modifiers: "", secondModifiers: "virtual internal"),
        ["obsolete"] = "[System.Obsolete]" + Network("public partial class Net"),
        ["obsolete as an error"] = "[System.Obsolete(\"\", true)]" + Network("public partial class Net"),
        ["an obsolete initializer"] = """
            #pragma warning disable CS0618
            [System.Obsolete("Use another.")]
            public class Old : InitGen.IWeightInitializer
            {
                public static void Initialize(System.Span<float> weights, InitGen.WeightShape shape, ref InitGen.PhiloxStream random) { }
            }
            """ + Network("public partial class Net", arguments: ", InitGen.Activation.Linear, InitGen.Init.Custom, Initializer = typeof(Old)"),
        ["a generic, nested, private initializer"] = Network(
            "public partial class Net",
            members: """
                private static class Own
                {
                    internal struct Filled<T> : InitGen.IWeightInitializer
                    {
                        public static void Initialize(System.Span<float> weights, InitGen.WeightShape shape, ref InitGen.PhiloxStream random) { }
                    }
                }
                """,
            arguments: ", InitGen.Activation.Linear, InitGen.Init.Custom, Initializer = typeof(Own.Filled<string>)"),
        ["CLS compliance"] = "[assembly: System.CLSCompliant(true)]" + Network("public partial class Net"),
        ["networks whose names differ in case"] = Network("partial class Net") + Network("partial class NET") + Network("partial class net"),
        ["networks of one name with and without type parameters around"] =
            "partial class A { " + Network("partial class Net") + " } partial class A<T> { " + Network("partial class Net") + " }",
        ["a user's own interface"] = """
            interface ITrainable { void Initialize(ulong seed); System.Span<float> Parameters { get; } InitGen.DenseLayer Hidden { get; } }
            """ + Network("public partial class Net : ITrainable"),
        ["the interface spelled out"] = Network("public partial class Net : InitGen.INetwork<Net>"),
    };

    // What a class inherits, uses, leaves unset, documents and is called; and CLS compliance has no unsigned seeds.
    private static readonly string[] OfTheAuthor =
    [
        "CS0108", "CS0114", "CS0612", "CS0618", "CS8618", "CS8981", "CS1570", "CS1572", "CS1734", "CS1735", "CS3001", "CS3002", "CS3003",
        "OWN001", "OWN002",
    ];

    public static TheoryData<string> SourceNames => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(SourceNames))]
    public void Generated_code_compiles_without_a_warning(string name) => Verify(name, LanguageVersion.CSharp13, NullableContextOptions.Enable, false);

    [Theory]
    [MemberData(nameof(SourceNames))]
    public void Generated_code_compiles_with_the_latest_language(string name) => Verify(name, LanguageVersion.Preview, NullableContextOptions.Enable, false);

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void Generated_code_compiles_in_any_nullable_context(NullableContextOptions nullable) =>
        Verify("in a namespace", LanguageVersion.CSharp13, nullable, false);

    [Fact]
    public void Generated_code_compiles_where_overflow_is_checked() =>
        Verify("in a namespace", LanguageVersion.CSharp13, NullableContextOptions.Enable, true);

    [Theory]
    [MemberData(nameof(SourceNames))]
    public void What_the_compiler_would_warn_of_is_for_the_author_to_mend(string name)
    {
        GenerationResult result = Generate(name, LanguageVersion.CSharp13, NullableContextOptions.Enable, false);
        SyntaxTree[] loud = [.. result.Run.GeneratedTrees.Select(static tree =>
            tree.WithChangedText(SourceText.From(tree.ToString().Replace("#pragma warning disable", ""))))];
        Compilation compilation = result.Compilation.RemoveSyntaxTrees(result.Run.GeneratedTrees).AddSyntaxTrees(loud);

        Assert.All(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic =>
                diagnostic.Severity >= DiagnosticSeverity.Warning && loud.Contains(diagnostic.Location.SourceTree)),
            diagnostic => Assert.Contains(diagnostic.Id, OfTheAuthor));
    }

    private static void Verify(string name, LanguageVersion version, NullableContextOptions nullable, bool checkOverflow)
    {
        GenerationResult result = Generate(name, version, nullable, checkOverflow);

        result.VerifyCompiles(TestContext.Current.CancellationToken);
        Assert.NotEmpty(result.Sources);
        Assert.All(result.Sources.Values, source => Assert.Contains("void Initialize(ulong seed)", source));
    }

    private static GenerationResult Generate(string name, LanguageVersion version, NullableContextOptions nullable, bool checkOverflow)
    {
        GeneratorSession<NetworkGenerator> session = new(
            new CSharpParseOptions(version, DocumentationMode.Diagnose),
            [Sources[name]],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                warningLevel: int.MaxValue,
                nullableContextOptions: nullable,
                checkOverflow: checkOverflow,
                allowUnsafe: true));
        return session.Run(TestContext.Current.CancellationToken);
    }

    private static string Network(
        string header,
        string members = "",
        string layer = "Hidden",
        string second = "Output",
        string modifiers = "public",
        string secondModifiers = "public",
        string attributes = "InitGen.",
        string arguments = "") => $$"""

        [{{attributes}}Network(4)]
        {{header}}
        {
            {{members}}
            [{{attributes}}Dense(3{{arguments}})]
            {{modifiers}} partial {{attributes}}DenseLayer {{layer}} { get; }
            [{{attributes}}Dense(3, Repeat = 2, UseBias = false)]
            public partial {{attributes}}DenseStack Middle { get; }
            [{{attributes}}Dense(3)]
            {{secondModifiers}} partial {{attributes}}DenseLayer {{second}} { get; }
        }
        """;
}
