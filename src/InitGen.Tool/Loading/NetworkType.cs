using System;
using System.Collections.Generic;
using System.Reflection;
using System.Threading;
using InitGen.Reporting;

namespace InitGen.Tool.Loading;

/// <summary>A network of which the type is known at run time only.</summary>
/// <param name="type">Its type.</param>
/// <param name="name">What it is called among the networks that were found.</param>
/// <param name="compilerLog">What the compiler said when it made its assembly; null where that is not known.</param>
internal sealed class NetworkType(Type type, string name, CompilerLog? compilerLog)
{
    /// <summary>The type.</summary>
    public Type Type => type;

    /// <summary>What it is called among the networks that were found.</summary>
    public string Name => name;

    /// <summary>The name of a type with its namespace, as C# writes it.</summary>
    /// <param name="type">The type.</param>
    public static string FullNameOf(Type type) => type.FullName!.Replace('+', '.');

    /// <summary>Its sizes and layers, before anything is initialized.</summary>
    /// <exception cref="ToolException">It cannot be asked.</exception>
    public NetworkTable ReadTable()
    {
        MethodInfo read = typeof(NetworkTable).GetMethod(nameof(NetworkTable.Of))!;
        return Run(() => (NetworkTable)read
            .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null)!);
    }

    /// <summary>Initializes and measures it.</summary>
    /// <param name="seed">The seed of its weights, and of the gradients that are sent back.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="batchSize">The most inputs that are measured at once.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Heeded before each batch.</param>
    /// <exception cref="ToolException">It cannot be measured with these inputs, or at all.</exception>
    public SignalReport Measure(
        ulong seed, IInputSource inputs, int batchSize, IProgress<SignalProgress>? progress, CancellationToken cancellationToken)
    {
        var options = new SignalReportOptions
        {
            Name = Name,
            BatchSize = batchSize,
            OutputGradientSeed = seed,
            CompilerLog = compilerLog,
        };
        return Run(() => SignalReport.Measure(Type, seed, inputs, options, progress, cancellationToken));
    }

    // Whatever the application's code throws is no fault of the tool.
    private T Run<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is OutOfMemoryException or OverflowException)
        {
            throw new ToolException(
                $"'{Name}' does not fit into memory with this many inputs at once; give a smaller --batch-size.", exception);
        }
        catch (MissingMemberException exception)
        {
            throw new ToolException(
                $"'{Name}' cannot be run, since it was built with a later InitGen than this tool has ({exception.Message.TrimEnd('.')}); "
                + "update the tool: dotnet tool update InitGen.Tool.",
                exception);
        }
        catch (Exception exception) when (exception is not (ToolException or OperationCanceledException))
        {
            throw new ToolException($"'{Name}' cannot be run: {exception.GetBaseException().Message}", exception);
        }
    }
}

/// <summary>What a network's class tells of it, before anything is initialized.</summary>
/// <param name="InputSize">The number of its inputs.</param>
/// <param name="OutputSize">The number of its outputs.</param>
/// <param name="ParameterCount">The number of its parameters.</param>
/// <param name="Layers">Its layers, those of stacks one by one.</param>
internal sealed record NetworkTable(int InputSize, int OutputSize, int ParameterCount, IReadOnlyList<LayerInfo> Layers)
{
    /// <summary>That of a network.</summary>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    public static NetworkTable Of<TNetwork>()
        where TNetwork : INetwork<TNetwork> =>
        new(TNetwork.InputSize, TNetwork.OutputSize, TNetwork.ParameterCount, TNetwork.Layers.ToArray());
}
