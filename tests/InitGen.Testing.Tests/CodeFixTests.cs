using System.Threading.Tasks;
using InitGen.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.Tests;

public class CodeFixTests
{
    private const string Source = "class {|LOW1:a|}; class {|LOW1:b|}; class C;";
    private const string Fixed = "class A; class B; class C;";

    [Fact]
    public Task A_fix_is_applied_until_nothing_is_left() => Harness.Passes(Test<RenamingFixer>(Source, Fixed));

    [Fact]
    public Task Fixes_in_several_documents_are_applied() => Harness.Passes(new CSharpCodeFixTest<LowerCaseAnalyzer, RenamingFixer>
    {
        TestState = { Sources = { "class {|LOW1:a|};", "class {|LOW1:b|}; class {|LOW1:c|};" } },
        FixedState = { Sources = { "class A;", "class B; class C;" } },
    });

    [Fact]
    public async Task Another_result_fails_and_is_shown()
    {
        string message = await Harness.FailureOf(Test<RenamingFixer>("// one\n" + Source, "// one\nclass A; class B; class D;"));
        Assert.Contains("  // one\n- class A; class B; class D;\n+ class A; class B; class C;", message);
    }

    [Fact]
    public async Task Another_line_ending_fails() =>
        Assert.Contains("␍", await Harness.FailureOf(Test<RenamingFixer>("class {|LOW1:a|};\r\n", "class A;\n")));

    [Fact]
    public async Task A_fix_that_is_not_expected_fails() =>
        Assert.Contains("No fix is expected, but 'Upper case' is offered", await Harness.FailureOf(Test<RenamingFixer>(Source)));

    [Fact]
    public Task No_fix_is_offered_for_an_id_that_is_not_the_fixers() => Harness.Passes(Test<MethodFixer>(Source));

    [Fact]
    public async Task A_fix_that_is_expected_but_not_offered_fails() =>
        Assert.Contains("is not as expected after the fixes", await Harness.FailureOf(Test<MethodFixer>(Source, Fixed)));

    [Fact]
    public async Task A_fix_without_an_end_fails() => Assert.Contains(
        "After 2 fixes, 'Upper case' is still offered", await Harness.FailureOf(Test<LengtheningFixer>(Source, Fixed)));

    [Fact]
    public async Task A_fix_that_changes_nothing_fails() =>
        Assert.Contains("changes nothing", await Harness.FailureOf(Test<IdleFixer>(Source, Fixed)));

    [Fact]
    public async Task A_fix_whose_result_does_not_compile_fails() => Assert.Contains(
        "+ reported, but not expected: Error CS0101",
        await Harness.FailureOf(Test<UncompilableFixer>("class {|LOW1:a|}; class Taken;", "class Taken; class Taken;")));

    [Fact]
    public async Task A_fix_that_makes_a_malformed_tree_fails() => Assert.Contains(
        "a syntax tree that its text does not parse to",
        await Harness.FailureOf(Test<MalformedTreeFixer>("class {|LOW1:a|};", "class Any<T>;")));

    [Fact]
    public async Task What_is_still_reported_after_the_fixes_must_be_expected()
    {
        const string Before = "class {|LOW1:a|} { void {|LOW2:run|}() { } }";
        await Harness.Passes(Test<RenamingFixer>(Before, "class A { void {|LOW2:run|}() { } }"));
        Assert.Contains(
            "+ reported, but not expected: Info LOW2", await Harness.FailureOf(Test<RenamingFixer>(Before, "class A { void run() { } }")));
    }

    [Fact]
    public async Task The_number_of_fixes_is_compared_where_the_test_says_it()
    {
        var test = Test<RenamingFixer>(Source, Fixed);
        test.NumberOfIncrementalIterations = 2;
        await Harness.Passes(test);

        test.NumberOfIncrementalIterations = 3;
        Assert.Contains("2 fixes were applied instead of 3", await Harness.FailureOf(test));
    }

    [Fact]
    public async Task The_test_chooses_among_actions_by_their_key()
    {
        var test = Test<RenamingFixer>(Source);
        test.CodeActionEquivalenceKey = "other";
        await Harness.Passes(test);
    }

    [Fact]
    public async Task The_test_sees_each_action_before_it_is_applied()
    {
        var test = Test<RenamingFixer>(Source, Fixed);
        int seen = 0;
        test.CodeActionVerifier = action => seen += action.Title == "Upper case" ? 1 : 0;
        await Harness.Passes(test);
        Assert.Equal(2, seen);
    }

    [Fact]
    public async Task A_fix_without_an_equivalence_key_fails() =>
        Assert.Contains("no equivalence key", await Harness.FailureOf(Test<KeylessFixer>(Source, Fixed)));

    [Fact]
    public async Task A_fixer_without_Fix_All_fails() =>
        Assert.Contains("LonelyFixer has no Fix All.", await Harness.FailureOf(Test<LonelyFixer>(Source, Fixed)));

    [Fact]
    public async Task A_Fix_All_that_lacks_a_scope_fails() =>
        Assert.Contains("has no Fix All in Solution scope", await Harness.FailureOf(Test<ProjectWideFixer>(Source, Fixed)));

    [Fact]
    public async Task A_Fix_All_that_leaves_its_scope_fails() =>
        Assert.Contains("Fix All in Document scope, from /0/Test0.cs", await Harness.FailureOf(Test<OverreachingFixer>(Source, Fixed)));

    [Fact]
    public async Task A_Fix_All_that_leaves_something_to_fix_fails() => Assert.Contains(
        "Fix All in Document scope leaves something to fix: Warning LOW1", await Harness.FailureOf(Test<ForgetfulFixer>(Source, Fixed)));

    [Fact]
    public async Task Fix_All_may_lead_elsewhere_than_the_fixes_one_by_one()
    {
        var test = Test<RenamingFixer>(Source, Fixed);
        test.BatchFixedCode = "class A; class B; class E;";
        Assert.Contains("is not as expected after Fix All in Document scope", await Harness.FailureOf(test));
    }

    private static CSharpCodeFixTest<LowerCaseAnalyzer, TFixer> Test<TFixer>(string source, string? fixedSource = null)
        where TFixer : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<LowerCaseAnalyzer, TFixer> { TestCode = source };
        if (fixedSource is not null)
        {
            test.FixedCode = fixedSource;
        }

        return test;
    }
}
