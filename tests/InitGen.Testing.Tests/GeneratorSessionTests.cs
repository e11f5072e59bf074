using System;
using InitGen.Testing.Generators;
using InitGen.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Tests;

public class GeneratorSessionTests
{
    [Fact]
    public void Generated_sources_are_found_by_their_names()
    {
        GenerationResult result = Run(new GeneratorSession<ClassListGenerator>("class A; class B;"));
        Assert.Equal(["A.g.cs", "B.g.cs"], result.Sources.Keys);
        Assert.Equal("// B\n", result.Sources["B.g.cs"]);
        result.VerifyCompiles(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void An_edit_modifies_what_depends_on_it_and_nothing_else()
    {
        var session = new GeneratorSession<ClassListGenerator>("class A;", "class B { int value; }");
        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.New], Run(session).ReasonsOf("Names"));

        session.Edit(1, "value", "other");
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged], Run(session).ReasonsOf("Names"));

        session.Edit(1, "B", "C");
        GenerationResult result = Run(session);
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified], result.ReasonsOf("Names"));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], result.OutputReasons);

        session.AddDocument("class D;");
        Assert.Contains(IncrementalStepRunReason.New, Run(session).ReasonsOf("Names"));
    }

    [Fact]
    public void A_new_parse_of_everything_leaves_no_node()
    {
        var session = new GeneratorSession<ClassListGenerator>("class A;", "class B;");
        Run(session);
        session.ReparseAll();
        GenerationResult result = Run(session);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified], result.ReasonsOf("Symbols"));
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged], result.ReasonsOf("Names"));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], result.OutputReasons);
    }

    [Fact]
    public void A_step_whose_values_hold_symbols_fails()
    {
        GenerationResult result = Run(new GeneratorSession<ClassListGenerator>("class A;"));
        result.VerifyValuesOf("Names");
        Assert.Contains("ISymbol", Assert.Throws<InvalidOperationException>(() => result.VerifyValuesOf("Symbols")).Message);
    }

    [Fact]
    public void A_step_that_did_not_run_fails() => Assert.Throws<InvalidOperationException>(
        () => Run(new GeneratorSession<ClassListGenerator>("class A;")).ReasonsOf("Nothing"));

    [Fact]
    public void Sources_that_do_not_compile_fail()
    {
        Assert.Contains("CS0246", FailureOf(new GeneratorSession<ClassListGenerator>("class A { Missing field; }")));
        Assert.Contains("CS0169", FailureOf(new GeneratorSession<GeneratorWithWarning>("class A;")));
        Assert.Contains("CS8785", FailureOf(new GeneratorSession<ThrowingGenerator>("class A;")));
        Assert.Contains("REPORT1", FailureOf(new GeneratorSession<ReportingGenerator>("class A;")));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("s")]
    public void An_edit_of_a_text_that_does_not_stand_there_once_is_refused(string find) =>
        Assert.Throws<ArgumentException>(() => new GeneratorSession<ClassListGenerator>("class A;").Edit(0, find, "x"));

    private static GenerationResult Run<TGenerator>(GeneratorSession<TGenerator> session)
        where TGenerator : IIncrementalGenerator, new() => session.Run(TestContext.Current.CancellationToken);

    private static string FailureOf<TGenerator>(GeneratorSession<TGenerator> session)
        where TGenerator : IIncrementalGenerator, new() =>
        Assert.Throws<InvalidOperationException>(() => Run(session).VerifyCompiles(TestContext.Current.CancellationToken)).Message;
}
