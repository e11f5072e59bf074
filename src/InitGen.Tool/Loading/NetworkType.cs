using System;
using System.Reflection;
using System.Threading;
using InitGen.Reporting;

namespace InitGen.Tool.Loading;

/// <summary>A network of which the type is known at run time only.</summary>
internal sealed class NetworkType
{
    /// <summary>Looks at a network.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">What it is called among the networks of its assembly.</param>
    /// <exception cref="ToolException">It does not fit this tool.</exception>
    public NetworkType(Type type, string name)
    {
        Type = type;
        Name = name;
        MethodInfo sizes = typeof(NetworkType).GetMethod(nameof(Sizes), BindingFlags.NonPublic | BindingFlags.Static)!;
        (InputSize, OutputSize, LayerCount, ParameterCount) = Run(() => (ValueTuple<int, int, int, int>)sizes
            .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null)!);
    }

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>What it is called among the networks of its assembly.</summary>
    public string Name { get; }

    /// <summary>The number of its inputs.</summary>
    public int InputSize { get; }

    /// <summary>The number of its outputs.</summary>
    public int OutputSize { get; }

    /// <summary>The number of its layers, those of stacks one by one.</summary>
    public int LayerCount { get; }

    /// <summary>The number of its parameters.</summary>
    public int ParameterCount { get; }

    /// <summary>The name of a type with its namespace, as C# writes it.</summary>
    /// <param name="type">The type.</param>
    public static string FullName(Type type) => type.FullName!.Replace('+', '.');

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
        var options = new SignalReportOptions { Name = Name, BatchSize = batchSize, OutputGradientSeed = seed };
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
            throw new ToolException($"'{Name}' does not fit into memory with this many inputs at once; give a smaller --batch-size.", exception);
        }
        catch (Exception exception) when (exception is not (ToolException or OperationCanceledException))
        {
            throw new ToolException($"'{Name}' cannot be run: {exception.GetBaseException().Message}", exception);
        }
    }

    private static (int InputSize, int OutputSize, int LayerCount, int ParameterCount) Sizes<TNetwork>()
        where TNetwork : INetwork<TNetwork> =>
        (TNetwork.InputSize, TNetwork.OutputSize, TNetwork.Layers.Length, TNetwork.ParameterCount);
}
