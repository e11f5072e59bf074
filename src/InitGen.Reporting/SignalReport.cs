using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading;

namespace InitGen.Reporting;

#pragma warning disable RS0026 // the overloads of Measure differ in where inputs come from, and share the one optional argument

/// <summary>Networks run forward and backward, measurement held against prediction layer by layer.</summary>
public sealed record SignalReport
{
    private SignalReport(IReadOnlyList<NetworkReport> networks) => Networks = networks;

    /// <summary>The networks, side by side.</summary>
    public IReadOnlyList<NetworkReport> Networks { get; }

    /// <summary>Initializes a network and measures it.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="seed">The seed of its weights.</param>
    /// <param name="inputs">[inputs x InputSize], row-major.</param>
    /// <param name="options">How it is measured; null for the defaults.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Heeded before each batch.</param>
    /// <exception cref="ArgumentException">There are no inputs, or their number is not a multiple of the network's input size.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SignalReport Measure<TNetwork>(
        ulong seed,
        ReadOnlyMemory<float> inputs,
        SignalReportOptions? options = null,
        IProgress<SignalProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TNetwork : INetwork<TNetwork> =>
        Measure<TNetwork>(seed, InputSource.FromMemory(inputs), options, progress, cancellationToken);

    /// <summary>Initializes a network and measures it.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="seed">The seed of its weights.</param>
    /// <param name="inputs">The inputs; read once.</param>
    /// <param name="options">How it is measured; null for the defaults.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Heeded before each batch.</param>
    /// <exception cref="ArgumentException">There are no inputs, or they are not of the network's input size.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SignalReport Measure<TNetwork>(
        ulong seed,
        IInputSource inputs,
        SignalReportOptions? options = null,
        IProgress<SignalProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TNetwork : INetwork<TNetwork> =>
        OfNew<TNetwork>(seed, inputs, options, progress, cancellationToken);

    /// <summary>Measures a network as it is: trained, or with parameters from elsewhere. The prediction is still that of its
    /// initialization.</summary>
    /// <typeparam name="TNetwork">The type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The inputs; read once.</param>
    /// <param name="options">How it is measured; null for the defaults.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Heeded before each batch.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> or <paramref name="inputs"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no inputs, or they are not of the network's input size.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SignalReport Measure<TNetwork>(
        TNetwork network,
        IInputSource inputs,
        SignalReportOptions? options = null,
        IProgress<SignalProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        return Of(network, seed: null, inputs, options, progress, cancellationToken);
    }

    /// <summary>Initializes a network whose type is known at run time only, and measures it.</summary>
    /// <param name="network">The type of the network: a class that implements <see cref="INetwork{TSelf}"/> of itself.</param>
    /// <param name="seed">The seed of its weights.</param>
    /// <param name="inputs">The inputs; read once.</param>
    /// <param name="options">How it is measured; null for the defaults.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Heeded before each batch.</param>
    /// <exception cref="ArgumentException"><paramref name="network"/> is no network, or there are no inputs, or they are not of its input
    /// size.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [RequiresDynamicCode("Code for the network's type is made at run time.")]
    [RequiresUnreferencedCode("Trimming may remove members of the network's type.")]
    public static SignalReport Measure(
        Type network,
        ulong seed,
        IInputSource inputs,
        SignalReportOptions? options = null,
        IProgress<SignalProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (!IsNetwork(network))
        {
            throw new ArgumentException(
                $"{network} is not a network; it must be a class that the generator completed from [Network].", nameof(network));
        }

        MethodInfo ofNew = typeof(SignalReport).GetMethod(nameof(OfNew), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (SignalReport)ofNew.MakeGenericMethod(network).Invoke(
            null, BindingFlags.DoNotWrapExceptions, binder: null, [seed, inputs, options, progress, cancellationToken], culture: null)!;
    }

    /// <summary>Whether a type is a network that can be measured: a class that implements <see cref="INetwork{TSelf}"/> of
    /// itself.</summary>
    /// <param name="type">The type.</param>
    public static bool IsNetwork([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type is { IsAbstract: false, ContainsGenericParameters: false } && type.GetInterfaces().Any(candidate =>
            candidate.IsGenericType
            && candidate.GetGenericTypeDefinition() == typeof(INetwork<>)
            && candidate.GenericTypeArguments[0] == type);
    }

    /// <summary>Lays the networks of several reports side by side.</summary>
    /// <param name="reports">The reports, at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="reports"/> is empty, or one of them is null.</exception>
    public static SignalReport Compare(params IEnumerable<SignalReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        SignalReport?[] all = [.. reports];
        int missing = Array.IndexOf(all, null);
        if (missing >= 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"reports[{missing}] is null; each must be a report."), nameof(reports));
        }

        return all.Length > 0
            ? new SignalReport([.. all.SelectMany(report => report!.Networks)])
            : throw new ArgumentException("There are no reports to compare; at least one is needed.", nameof(reports));
    }

    private static SignalReport OfNew<TNetwork>(
        ulong seed,
        IInputSource inputs,
        SignalReportOptions? options,
        IProgress<SignalProgress>? progress,
        CancellationToken cancellationToken)
        where TNetwork : INetwork<TNetwork> => Of(TNetwork.Create(seed), seed, inputs, options, progress, cancellationToken);

    private static SignalReport Of<TNetwork>(
        TNetwork network,
        ulong? seed,
        IInputSource inputs,
        SignalReportOptions? options,
        IProgress<SignalProgress>? progress,
        CancellationToken cancellationToken)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new SignalReport(
            [NetworkMeasurement.Run(network, seed, inputs, options ?? SignalReportOptions.Default, progress, cancellationToken)]);
    }
}

/// <summary>How far a measurement has come.</summary>
/// <param name="Network">The name of the network.</param>
/// <param name="InputCount">How many inputs were measured.</param>
/// <param name="TotalCount">How many there are; null where that is not known.</param>
public readonly record struct SignalProgress(string Network, long InputCount, long? TotalCount);
