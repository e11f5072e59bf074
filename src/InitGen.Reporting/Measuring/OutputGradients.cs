using System;
using InitGen.Initialization;

namespace InitGen.Reporting;

/// <summary>The gradients that are sent back from the outputs of a network, batch by batch.</summary>
/// <typeparam name="TNetwork">The type of the network.</typeparam>
/// <param name="network">The network.</param>
/// <param name="options">Where they come from.</param>
internal sealed class OutputGradients<TNetwork>(TNetwork network, SignalReportOptions options)
    where TNetwork : INetwork<TNetwork>
{
    private readonly NormalSequence _random = new(options.OutputGradientSeed, ParameterStream.Of("output gradients"));
    private float[] _outputs = [];
    private float[] _gradients = [];

    /// <summary>The gradients for a batch, good until the next one.</summary>
    /// <param name="firstInput">The number of its first input among all inputs.</param>
    /// <param name="inputs">The batch.</param>
    public ReadOnlySpan<float> Of(long firstInput, ReadOnlySpan<float> inputs)
    {
        int length = checked(inputs.Length / TNetwork.InputSize * TNetwork.OutputSize);
        if (options.OutputGradient is null)
        {
            return _random.Read(firstInput * TNetwork.OutputSize, length).Span;
        }

        if (_outputs.Length < length)
        {
            _outputs = new float[length];
            _gradients = new float[length];
        }

        network.Forward(inputs, _outputs.AsSpan(0, length));
        Span<float> gradients = _gradients.AsSpan(0, length);
        gradients.Clear();
        options.OutputGradient(firstInput, _outputs.AsSpan(0, length), gradients);
        return gradients;
    }
}
