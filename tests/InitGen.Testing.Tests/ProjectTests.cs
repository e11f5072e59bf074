using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using InitGen.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace InitGen.Testing.Tests;

/// <summary>What tests of rules and fixes hold beyond what Microsoft.CodeAnalysis.Testing does.</summary>
public class ProjectTests
{
    [Fact]
    public Task The_library_and_MathNet_are_referenced() => Passes(Compile<GoodGenerator>(
        "class Any { InitGen.DenseAttribute? _a; InitGen.LayerInfo _b; MathNet.Numerics.LinearAlgebra.Matrix<float>? _c; }"));

    [Fact]
    public async Task The_language_version_is_the_one_that_the_test_sets()
    {
        const string Source = "partial class Any { public partial int Value { get; } public partial int Value => 1; }";
        await Passes(Compile<GoodGenerator>(Source));

        CompilationTest<GoodGenerator> old = Compile<GoodGenerator>(Source);
        old.LanguageVersion = LanguageVersion.CSharp12;
        Assert.Contains("CS8703", await FailureOf(old));
    }

    [Fact]
    public Task Sources_can_use_generated_ones() => Passes(Compile<GoodGenerator>("class Any { int Value => Generated.Value; }"));

    [Fact]
    public async Task A_warning_fails_in_a_generated_source_only()
    {
        const string Source = "class Any { int _unused; }";
        await Passes(Compile<GoodGenerator>(Source));
        Assert.Contains("CS0169", await FailureOf(Compile<GeneratorWithWarning>(Source)));
    }

    [Fact]
    public async Task A_generated_source_with_an_error_fails_whatever_the_test_checks()
    {
        CompilationTest<GeneratorWithError> test = Compile<GeneratorWithError>("class Any;");
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        Assert.Contains("CS0246", await FailureOf(test));
    }

    [Fact]
    public async Task A_generator_that_throws_fails() =>
        Assert.Contains("thrown on purpose", await FailureOf(Compile<ThrowingGenerator>("class Any;")));

    [Fact]
    public Task A_fixer_sees_generated_sources() => Passes(Fix<GoodGenerator>("class {|LOW1:a|}; class B;", "class A; class B;"));

    [Fact]
    public Task A_test_without_fixed_code_passes_where_no_fix_is_offered() => Passes(Fix<ClassListGenerator>("class {|LOW1:a|};"));

    [Fact]
    public async Task A_test_without_fixed_code_fails_where_a_fix_is_offered() =>
        Assert.Contains("class A;", await FailureOf(Fix<GoodGenerator>("class {|LOW1:a|};")));

    private static CompilationTest<TGenerator> Compile<TGenerator>(string source) => new() { TestCode = source };

    private static FixTest<TGenerator> Fix<TGenerator>(string source, string? fixedSource = null) =>
        new() { TestCode = source, FixedCode = fixedSource! };

    private static Task Passes(AnalyzerTest<DefaultVerifier> test) => test.RunAsync(TestContext.Current.CancellationToken);

    private static async Task<string> FailureOf(AnalyzerTest<DefaultVerifier> test) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => test.RunAsync(TestContext.Current.CancellationToken))).Message;

    private sealed class CompilationTest<TGenerator> : CSharpAnalyzerTest<EmptyDiagnosticAnalyzer>
    {
        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(TGenerator)];
    }

    private sealed class FixTest<TGenerator> : CSharpCodeFixTest<LowerCaseAnalyzer, RenamingFixer>
    {
        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(TGenerator)];
    }
}
