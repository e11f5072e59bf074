using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;

namespace InitGen.Generator.Tests;

/// <summary>What an edit makes the generator do again.</summary>
public class EditTests
{
    private static readonly string[] Steps = [.. typeof(TrackingNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void All_outputs_are_new_at_first()
    {
        GenerationResult result = NewSession().Run(TestContext.Current.CancellationToken);

        Assert.Equal(6, result.Sources.Count);
        Assert.All(result.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.New, reason));
    }

    [Fact]
    public void An_unrelated_edit_changes_nothing() => AssertNothingChanges(session =>
        session.Edit(TwoNetworks.UnrelatedDocument, "1;", "2;"));

    [Fact]
    public void A_new_unrelated_file_changes_nothing() => AssertNothingChanges(session =>
        session.AddDocument("class Another;"));

    [Fact]
    public void Moved_lines_change_nothing() => AssertNothingChanges(session =>
    {
        foreach (int document in (int[])[TwoNetworks.FirstDocument, TwoNetworks.SecondDocument, TwoNetworks.MistakenDocument])
        {
            session.Edit(document, "using InitGen;\n", "using InitGen;\n\n\n");
        }
    });

    [Fact]
    public void A_new_parse_of_every_file_changes_nothing() => AssertNothingChanges(session => session.ReparseAll());

    [Fact]
    public void A_comment_changes_nothing() => AssertNothingChanges(session =>
    {
        session.Edit(TwoNetworks.FirstDocument, "    [Dense(10)]", "    // ten digits\n    [Dense(10)]");
        session.Edit(TwoNetworks.SecondDocument, "Repeat = 3", "Repeat = /* as many as fit */ 3");
    });

    [Fact]
    public void Another_member_of_a_network_changes_nothing() => AssertNothingChanges(session =>
        session.Edit(TwoNetworks.FirstDocument, "    [Dense(10)]", "    public int Epoch;\n\n    [Dense(10)]"));

    [Theory]
    [InlineData("Init.HeNormal")]
    [InlineData("Init.HeNormal, FanMode = FanMode.In")]
    [InlineData("Init.HeNormal, Gain = 1, Truncated = false, UseBias = true")]
    public void What_is_left_open_and_then_written_changes_nothing(string written) => AssertNothingChanges(session =>
        session.Edit(TwoNetworks.FirstDocument, "Activation.Relu", $"Activation.Relu, {written}"));

    [Fact]
    public void An_edited_network_modifies_one_output()
    {
        GeneratorSession<NetworkGenerator> session = NewSession();
        session.Run(TestContext.Current.CancellationToken);

        session.Edit(TwoNetworks.SecondDocument, "Repeat = 3", "Repeat = 4");

        AssertOneOutputIs(IncrementalStepRunReason.Modified, session.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Documentation_of_a_layer_modifies_one_output()
    {
        GeneratorSession<NetworkGenerator> session = NewSession();
        session.Run(TestContext.Current.CancellationToken);

        session.Edit(TwoNetworks.SecondDocument, "    [Dense", "    /// <summary>Three.</summary>\n    [Dense");

        AssertOneOutputIs(IncrementalStepRunReason.Modified, session.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_edited_layer_of_a_block_modifies_the_network_that_uses_it_alone()
    {
        GeneratorSession<NetworkGenerator> session = NewSession();
        session.Run(TestContext.Current.CancellationToken);

        session.Edit(TwoNetworks.BlocksDocument, "Activation.Relu", "Activation.Tanh");

        AssertOneOutputIs(IncrementalStepRunReason.Modified, session.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_new_network_adds_one_output()
    {
        GeneratorSession<NetworkGenerator> session = NewSession();
        session.Run(TestContext.Current.CancellationToken);

        session.AddDocument("[InitGen.Network(1)] partial class Third { [InitGen.Dense(1)] public partial InitGen.DenseLayer Output { get; } }");

        AssertOneOutputIs(IncrementalStepRunReason.New, session.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_mended_network_is_generated_and_a_broken_one_is_not()
    {
        GeneratorSession<NetworkGenerator> session = NewSession();
        session.Run(TestContext.Current.CancellationToken);

        session.Edit(TwoNetworks.MistakenDocument, "[Network(0)]", "[Network(1)]");
        session.Edit(TwoNetworks.FirstDocument, "[Network(784)]", "[Network(-784)]");
        IReadOnlyDictionary<string, string> sources = session.Run(TestContext.Current.CancellationToken).Sources;

        Assert.Contains(sources, source => source.Key.StartsWith("Mistaken.") && source.Value.Contains("void Initialize"));
        Assert.Contains(sources, source => source.Key.StartsWith("First.") && !source.Value.Contains("void Initialize"));
    }

    [Fact]
    public void No_value_in_the_pipeline_holds_on_to_a_compilation()
    {
        GenerationResult result = NewSession().Run(TestContext.Current.CancellationToken);

        foreach (string step in Steps)
        {
            result.VerifyValuesOf(step);
        }
    }

    [Fact]
    public void No_compilation_is_kept_alive_but_the_last()
    {
        GeneratorSession<NetworkGenerator> session = NewSession();
        WeakReference first = RunAndEdit(session);
        session.Run(TestContext.Current.CancellationToken);

        GC.Collect();

        Assert.False(first.IsAlive);
        GC.KeepAlive(session);
    }

    // A method of its own, so that no local variable holds the compilation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndEdit(GeneratorSession<NetworkGenerator> session)
    {
        session.Run(TestContext.Current.CancellationToken);
        WeakReference compilation = new(session.Compilation);
        session.Edit(TwoNetworks.UnrelatedDocument, "1;", "2;");
        return compilation;
    }

    private static void AssertNothingChanges(Action<GeneratorSession<NetworkGenerator>> edit)
    {
        GeneratorSession<NetworkGenerator> session = NewSession();
        IReadOnlyDictionary<string, string> before = session.Run(TestContext.Current.CancellationToken).Sources;

        edit(session);
        GenerationResult result = session.Run(TestContext.Current.CancellationToken);

        Assert.All(
            Steps.SelectMany(result.ReasonsOf).Concat(result.OutputReasons),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.Equal(before, result.Sources);
    }

    private static void AssertOneOutputIs(IncrementalStepRunReason expected, GenerationResult result) => Assert.Equal(
        expected,
        Assert.Single(result.OutputReasons, reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));

    private static GeneratorSession<NetworkGenerator> NewSession() => new(TwoNetworks.Sources);
}
