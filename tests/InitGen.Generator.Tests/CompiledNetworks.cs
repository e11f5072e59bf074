using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis.Emit;

namespace InitGen.Generator.Tests;

/// <summary>Networks that are generated, compiled and loaded, with the code that uses them: a static class <c>Probe</c>.</summary>
internal sealed class CompiledNetworks
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using InitGen;
        """;

    private readonly Type _probe;

    /// <summary>Compiles and loads.</summary>
    public CompiledNetworks(string source)
    {
        GenerationResult result = new GeneratorSession<NetworkGenerator>(Usings, source).Run(TestContext.Current.CancellationToken);
        result.VerifyCompiles(TestContext.Current.CancellationToken);

        using MemoryStream assembly = new();
        EmitResult emitted = result.Compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        assembly.Position = 0;
        _probe = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly).GetType("Probe", throwOnError: true)!;
    }

    /// <summary>Calls a static method of <c>Probe</c>.</summary>
    public T Call<T>(string method, params object[] arguments) =>
        (T)_probe.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
