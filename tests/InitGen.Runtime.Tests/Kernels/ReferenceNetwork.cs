using System;
using System.Linq;
using InitGen.Activations;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>A network computed in double precision, the plain way.</summary>
internal sealed class ReferenceNetwork(LayerInfo[] layers, double[] parameters)
{
    public ReferenceNetwork(ITestNetwork network)
        : this(network.Layers, [.. network.Parameters.ToArray().Select(value => (double)value)])
    {
    }

    public double[] Parameters { get; } = parameters;

    /// <summary>The pre-activations and activations of one layer for each row.</summary>
    public (double[][] PreActivations, double[][] Activations) Layer(float[] inputs, int layer)
    {
        double[][] signal = [.. inputs.Select(value => (double)value).Chunk(layers[0].Inputs)];
        double[][] preActivations = signal;
        for (int i = 0; i <= layer; i++)
        {
            LayerInfo info = layers[i];
            preActivations = [.. signal.Select(x => PreActivations(info, x))];
            signal = [.. preActivations.Select(z => Activate(info.Activation, z))];
        }

        return (preActivations, signal);
    }

    /// <summary>The outputs, row after row.</summary>
    public double[] Outputs(float[] inputs) => [.. Layer(inputs, layers.Length - 1).Activations.SelectMany(row => row)];

    /// <summary>The gradient of Σ outputs·outputGradients with respect to a parameter, by central differences.</summary>
    public double Gradient(float[] inputs, float[] outputGradients, int parameter)
    {
        const double Step = 1e-5;
        double value = Parameters[parameter];
        Parameters[parameter] = value + Step;
        double above = Loss(inputs, outputGradients);
        Parameters[parameter] = value - Step;
        double below = Loss(inputs, outputGradients);
        Parameters[parameter] = value;
        return (above - below) / (2 * Step);
    }

    private double Loss(float[] inputs, float[] outputGradients) =>
        Outputs(inputs).Zip(outputGradients, (output, gradient) => output * gradient).Sum();

    private double[] PreActivations(LayerInfo info, double[] x)
    {
        var z = new double[info.Units];
        for (int unit = 0; unit < info.Units; unit++)
        {
            z[unit] = info.BiasOffset < 0 ? 0 : Parameters[info.BiasOffset + unit];
            for (int input = 0; input < info.Inputs; input++)
            {
                z[unit] += Parameters[info.WeightOffset + (unit * info.Inputs) + input] * x[input];
            }
        }

        return z;
    }

    private static double[] Activate(Activation activation, double[] z)
    {
        if (activation == Activation.Softmax)
        {
            double largest = z.Max();
            double sum = z.Sum(logit => Math.Exp(logit - largest));
            return [.. z.Select(logit => Math.Exp(logit - largest) / sum)];
        }

        ActivationFunction function = ActivationFunction.Of(activation, TestLayers.Slope);
        return [.. z.Select(function.Value)];
    }
}
