using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Fuzzing.Tests;

/// <summary>Writes projects at random: mostly right in most respects, and wrong in any.</summary>
/// <param name="chance">What decides.</param>
internal sealed class ProjectWriter(Chance chance)
{
    private readonly List<string> _extraFiles = [];

    /// <summary>A project.</summary>
    public FuzzedProject Write()
    {
        List<string> files = [];
        int count = chance.Mostly(1, 2, 3);
        for (int file = 0; file < count; file++)
        {
            files.Add(Disturb(WriteFile()));
        }

        if (!chance.OneIn(10))
        {
            _extraFiles.Add(WriteSizes());
        }

        if (chance.OneIn(2))
        {
            StringBuilder block = new("using InitGen;\n");
            new DefinitionWriter(chance, block).WriteBlock("Branch");
            _extraFiles.Add(block.ToString());
        }

        files.AddRange(_extraFiles.Select(Disturb));
        CSharpParseOptions parseOptions = new(
            chance.Mostly(LanguageVersion.CSharp13, LanguageVersion.CSharp12, LanguageVersion.CSharp9, LanguageVersion.CSharp7_3, LanguageVersion.Latest, LanguageVersion.Preview),
            chance.Of(DocumentationMode.Diagnose, DocumentationMode.Parse, DocumentationMode.None),
            preprocessorSymbols: chance.OneIn(2) ? ["DEBUG", "WIDE"] : []);
        CSharpCompilationOptions options = new(
            OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: chance.OneIn(3),
            allowUnsafe: chance.OneIn(4),
            concurrentBuild: false, // Projects run beside each other; the threads of one would mostly wait.
            warningLevel: 9999,
            nullableContextOptions: chance.Mostly(NullableContextOptions.Enable, NullableContextOptions.Disable, NullableContextOptions.Warnings, NullableContextOptions.Annotations));
        return new FuzzedProject(files, parseOptions, options);
    }

    private string WriteFile()
    {
        StringBuilder text = new();
        text.Append(chance.Mostly("using InitGen;\n", "global using InitGen;\n", "using System;\nusing InitGen;\n", "using Net = InitGen.NetworkAttribute;\nusing InitGen;\n", "using static InitGen.Activation;\nusing InitGen;\n", ""));
        string space = chance.Of("", "", $"namespace {Names.Type(chance)}.{Names.Type(chance)}", "namespace @event", "namespace InitGen", "namespace System.Models");
        bool isBlock = space.Length > 0 && chance.OneIn(3);
        if (space.Length > 0)
        {
            text.Append(space).Append(isBlock ? "\n{\n" : ";\n");
        }

        for (int types = chance.Mostly(1, 2, 3, 0); types > 0; types--)
        {
            WriteType(text);
        }

        return text.Append(isBlock ? "}\n" : "").ToString();
    }

    private void WriteType(StringBuilder text)
    {
        int depth = chance.Mostly(0, 1, 2);
        for (int outer = 0; outer < depth; outer++)
        {
            text.Append($"{chance.Mostly("public ", "internal ", "", "static ", "private ")}{chance.Mostly("partial ", "")}{chance.Mostly("class", "struct", "record", "interface", "record struct")} {Names.Type(chance)}{chance.Mostly("", "<T>")}\n{{\n");
        }

        string name = Names.Type(chance);
        new DefinitionWriter(chance, text).Write(name);
        for (; depth > 0; depth--)
        {
            text.Append("}\n");
        }

        if (chance.OneIn(12))
        {
            StringBuilder other = new(chance.Of("using InitGen;\n", "using System;\n", ""));
            other.Append($"partial class {name}\n{{\n    {chance.Of("", "int _count;", "[Dense(3)] public partial DenseLayer Other { get; }", "void Initialize(ulong seed) { }", "const int Width = 5;", "/// <summary>Other.</summary>\n    int Layers => 1;")}\n}}\n");
            _extraFiles.Add(other.ToString());
        }
    }

    private string WriteSizes() => $$"""
        {{chance.Mostly("", "global using System;", "global using Hidden = System.Int32;")}}
        {{chance.Mostly("", "namespace InitGen;")}}
        public static class Sizes { public const int Wide = {{Names.Integer(chance)}}; public const double Small = {{Names.Number(chance)}}; }
        {{chance.Mostly("", "[InitGen.WeightVariance(0.01)]", $"[InitGen.WeightVariance({Names.Number(chance)})]", "[InitGen.WeightVariance(2, InitGen.FanMode.In)]", "[InitGen.WeightVariance]")}}
        {{chance.Mostly("public", "internal", "file", "abstract")}} class Own : InitGen.IWeightInitializer { public static void Initialize(System.Span<float> weights, InitGen.WeightShape shape, ref InitGen.PhiloxStream random) { } }
        {{chance.Mostly("", "class Activation { }", "enum Init { Normal }", "class DenseLayer { }", "namespace Network { }", "class Base { public Base(int size) { } }", "class Base { public int Layers; }")}}

        """;

    // What happens to files on their way: other ends of lines, marks, comments, disabled code, and half-typed places.
    private string Disturb(string text)
    {
        switch (chance.Below(30))
        {
            case 0: return text.Replace("\n", "\r\n");
            case 1: return "\ufeff" + text;
            case 2: return text.Replace("    ", "\t");
            case 3: return "#if WIDE\n" + text + "\n#endif\n";
            case 4: return "#nullable disable\n" + text;
            case 5: return text.Replace("\n", "\n\n// Comment.\n");
            case 6: return "// <auto-generated/>\n" + text;
            case 7 when text.Length > 10:
                int start = chance.Below(text.Length);
                return text.Remove(start, chance.Below(System.Math.Min(12, text.Length - start)));
            case 8 when text.Length > 10:
                return text.Insert(chance.Below(text.Length), chance.Of("(", ")", "]", "\"", "{", "}", ";", "[", "<", "/*", "//", "'", "=", ".", "class ", "\0", "é", "𝒳"));
            case 9 when chance.OneIn(2): return text[..chance.Below(text.Length + 1)];
            default: return text;
        }
    }
}
