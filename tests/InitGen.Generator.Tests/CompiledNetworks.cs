using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace InitGen.Generator.Tests;

/// <summary>Networks that are generated, compiled and loaded, with the code that uses them: a static class <c>Probe</c>.</summary>
internal sealed class CompiledNetworks
{
    /// <summary>A probe of the passes of a network <c>Net</c>.</summary>
    public const string Probe = """

        static partial class Probe
        {
            public static LayerInfo[] Layers() => Net.Layers.ToArray();

            public static float[] Parameters(ulong seed) => new Net(seed).Parameters.ToArray();

            public static float[] Forward(float[] parameters, float[] inputs)
            {
                float[] outputs = new float[inputs.Length / Net.InputSize * Net.OutputSize];
                new Net(parameters).Forward(inputs, outputs);
                return outputs;
            }

            public static float[] Backward(float[] parameters, float[] inputs, float[] outputGradients)
            {
                float[] gradients = new float[Net.ParameterCount];
                new Net(parameters).Backward(inputs, outputGradients, gradients);
                return gradients;
            }

            public static LayerStatistics[] Measure(ulong seed, float[] inputs)
            {
                var statistics = new LayerStatistics[Net.Layers.Length];
                new Net(seed).MeasureForward(inputs, statistics);
                return statistics;
            }

            public static GradientStatistics[] MeasureBack(ulong seed, float[] inputs, float[] outputGradients)
            {
                var statistics = new GradientStatistics[Net.Layers.Length];
                new Net(seed).MeasureBackward(inputs, outputGradients, statistics);
                return statistics;
            }
        }
        """;

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using InitGen;
        """;

    private readonly Type _probe;

    /// <summary>Compiles and loads.</summary>
    public CompiledNetworks(string source)
        : this(new GeneratorSession<NetworkGenerator>(Usings, source).Run(TestContext.Current.CancellationToken))
    {
    }

    private CompiledNetworks(GenerationResult result)
    {
        result.VerifyCompiles(TestContext.Current.CancellationToken);

        using MemoryStream assembly = new();
        EmitResult emitted = result.Compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        assembly.Position = 0;
        _probe = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly).GetType("Probe", throwOnError: true)!;
    }

    /// <summary>Compiles and loads networks of kinds of layers that another generator has, and this assembly.</summary>
    /// <typeparam name="TGenerator">The generator.</typeparam>
    /// <param name="source">The code.</param>
    public static CompiledNetworks With<TGenerator>(string source)
        where TGenerator : IIncrementalGenerator, new()
    {
        GeneratorSession<TGenerator> session = new(
            new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose),
            [Usings, source],
            references: MetadataReference.CreateFromFile(typeof(CompiledNetworks).Assembly.Location));
        return new CompiledNetworks(session.Run(TestContext.Current.CancellationToken));
    }

    /// <summary>Calls a static method of <c>Probe</c>.</summary>
    public T Call<T>(string method, params object[] arguments) =>
        (T)_probe.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
