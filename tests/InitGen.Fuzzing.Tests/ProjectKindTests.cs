using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Fuzzing.Tests;

/// <summary>Among the first projects of the fixed seed is each kind that the generator, the rules and the fixes are to be tried on.</summary>
public class ProjectKindTests
{
    private static readonly FuzzedProject[] Projects =
        [.. Enumerable.Range(0, 3_000).Select(static number => new ProjectWriter(new Chance(AnyProjectTests.FixedSeed, number)).Write())];

    private static readonly Dictionary<string, Func<FuzzedProject, bool>> Kinds = new()
    {
        ["the least size"] = Has(@"Dense\((units: )?int\.MinValue"),
        ["the largest size"] = Has(@"Dense\((units: )?int\.MaxValue[,)]"),
        ["any size"] = Has(@"Dense\((units: )?\d{7,}"),
        ["any negative size"] = Has(@"Network\((inputSize: )?-\d{7,}"),
        ["not a number"] = Has(@"= double\.NaN"),
        ["positive infinity"] = Has(@"= double\.PositiveInfinity"),
        ["negative infinity"] = Has(@"= double\.NegativeInfinity"),
        ["an image"] = Has(@"\(3, 8, 8"),
        ["a convolution"] = Has(@"\[Conv2d\("),
        ["a depthwise convolution"] = Has(@"\[DepthwiseConv2d\("),
        ["a transposed convolution"] = Has(@"\[ConvTranspose2d\("),
        ["a dropout"] = Has(@"\[Dropout\(0\.5"),
        ["a normalization"] = Has(@"\[BatchNorm\("),
        ["a block"] = Has(@"\[Block\(\d+\)\] public partial Branch"),
        ["a stack of blocks"] = Has(@"Repeat = \d\)\] public partial BlockStack<Branch>"),
        ["a sum"] = Has(@"\[Add\(nameof"),
        ["a layer that reads another"] = Has(@"\[Dense\([^\]]*From = ""Hidden"),
        ["no arguments"] = Has(@"\[Dense\(\)\]"),
        ["a missing argument"] = Has(@"Init\.Uniform\)\]"),
        ["an argument twice"] = Has(@"\b(\w+) = [^,()]+, \1 = "),
        ["a constant of another type"] = Has(@"Sizes\.(Wide|Small)[,)]"),
        ["what does not bind"] = Has(@"[( ]Missing[,)]"),
        ["nested types"] = Has(@"\}\n\}\n"),
        ["a generic type"] = Has(@"partial class \S+<T>"),
        ["a record"] = Has(@"\)\]\s[^{]*\brecord "),
        ["a static class"] = Has(@"\bstatic partial class "),
        ["a file-local type"] = Has(@"\bfile partial class "),
        ["a type named by a keyword"] = Has("partial class @(class|event|int)"),
        ["a layer named by a keyword"] = Has("DenseLayer @return"),
        ["a name beyond ASCII"] = Has("partial class (名前|Ünïcödé)"),
        ["several parts"] = static project => Regex.Matches(project.ToString(), @"partial class (\w+)").GroupBy(static part => part.Groups[1].Value).Any(static parts => parts.Count() > 1),
        ["several files with types"] = static project => project.Files.Count(static file => file.Contains("[Network(", StringComparison.Ordinal)) > 1,
        ["C# 7.3"] = static project => project.ParseOptions.SpecifiedLanguageVersion == LanguageVersion.CSharp7_3,
        ["C# 12"] = static project => project.ParseOptions.SpecifiedLanguageVersion == LanguageVersion.CSharp12,
        ["the latest C#"] = static project => project.ParseOptions.SpecifiedLanguageVersion == LanguageVersion.Latest,
        ["a preview of C#"] = static project => project.ParseOptions.SpecifiedLanguageVersion == LanguageVersion.Preview,
        ["no nullable types"] = static project => project.Options.NullableContextOptions == NullableContextOptions.Disable,
        ["nullable types switched off in code"] = Has("#nullable disable"),
        ["overflow checked"] = static project => project.Options.CheckOverflow,
        ["preprocessor symbols"] = static project => project.ParseOptions.PreprocessorSymbolNames.Any() && Has("#if WIDE")(project),
        ["code that a symbol leaves out"] = static project => !project.ParseOptions.PreprocessorSymbolNames.Any() && Has("#if WIDE")(project),
        ["CRLF"] = Has("\r\n"),
        ["a byte order mark"] = Has("\uFEFF"),
        ["tabs"] = Has(@"\t\[Dense"),
        ["an attribute that is not finished"] = Has(@"\[Dense\(3, \]"),
        ["an attribute that is unknown"] = Has(@"\[Missing\] \[Dense"),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_kind_of_project_is_tried(string name) => Assert.Contains(Projects, project => Kinds[name](project));

    [Theory]
    [InlineData("Activation", typeof(Activation))]
    [InlineData("Init", typeof(Init))]
    [InlineData("FanMode", typeof(FanMode))]
    public void Each_member_of_an_enumeration_is_tried_and_so_are_many_integers(string name, Type enumeration)
    {
        string all = string.Concat(Projects.Select(static project => project.ToString()));

        Assert.All(Enum.GetNames(enumeration), member => Assert.Contains($"{name}.{member}", all));
        Assert.True(Regex.Matches(all, $@"\({name}\)\(-?\d+\)").Select(static cast => cast.Value).Distinct().Count() >= 5);
    }

    private static Func<FuzzedProject, bool> Has(string pattern) => project => project.Files.Any(file => Regex.IsMatch(file, pattern));
}
