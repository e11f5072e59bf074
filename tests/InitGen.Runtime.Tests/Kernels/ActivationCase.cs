using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Kernels;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>An activation operator and the function in double precision that it is held against.</summary>
internal abstract class ActivationCase
{
    private static readonly ActivationCase[] All =
    [
        new Of<Linear>(), new Of<Relu>(), new Of<LeakyRelu>(), new Of<Elu>(), new Of<Selu>(), new Of<Gelu>(), new Of<Silu>(),
        new Of<Mish>(), new Of<Softplus>(), new Of<Softsign>(), new Of<Sigmoid>(), new Of<Tanh>(), new Of<Softmax>(),
        new Of<Relu6>(), new Of<GeluTanh>(), new Of<HardSwish>(), new Of<HardSigmoid>(), new Of<HardTanh>(),
    ];

    private ActivationCase(Activation activation)
    {
        Activation = activation;
        Exact = ActivationFunction.Of(activation, TestLayers.Slope);
    }

    public Activation Activation { get; }

    public ActivationFunction Exact { get; }

    public static ActivationCase For(Activation activation) => All.Single(item => item.Activation == activation);

    /// <summary>φ and φ' in the width of a machine without any vectors.</summary>
    public (float[] Values, float[] Derivatives) Evaluate(float[] preActivations) => EvaluateInEachWidth(preActivations).First();

    /// <summary>φ and φ' in scalar form, then in each vector width.</summary>
    public abstract IEnumerable<(float[] Values, float[] Derivatives)> EvaluateInEachWidth(float[] preActivations);

    /// <summary>φ where nobody asks for φ'.</summary>
    public abstract float[] EvaluateValuesAlone(float[] preActivations);

    /// <summary>A network of the given shape with this activation in every layer (softmax: in the last one, after tanh).</summary>
    public abstract ITestNetwork CreateNetwork<TShape>(ulong seed)
        where TShape : ITestShape;

    private sealed class Of<TActivation>() : ActivationCase(Enum.Parse<Activation>(typeof(TActivation).Name))
        where TActivation : struct, IActivationOperator
    {
        public override IEnumerable<(float[] Values, float[] Derivatives)> EvaluateInEachWidth(float[] preActivations) =>
        [
            In<Lanes1>(preActivations), In<Lanes4>(preActivations), In<Lanes8>(preActivations), In<Lanes16>(preActivations),
        ];

        public override unsafe float[] EvaluateValuesAlone(float[] preActivations)
        {
            var values = new float[preActivations.Length];
            fixed (float* z = preActivations, y = values)
            {
                ActivationKernel.Evaluate(TestActivation<TActivation>.Instance, Row(z, values.Length), Row(y, values.Length));
            }

            return values;
        }

        public override ITestNetwork CreateNetwork<TShape>(ulong seed) => Activation == Activation.Softmax
            ? TestNetwork<TShape, Tanh, TActivation>.Create(seed)
            : TestNetwork<TShape, TActivation, TActivation>.Create(seed);

        private static unsafe (float[] Values, float[] Derivatives) In<TLanes>(float[] preActivations)
            where TLanes : struct, ILanes<TLanes>
        {
            var values = new float[preActivations.Length];
            var derivatives = new float[preActivations.Length];
            fixed (float* z = preActivations, y = values, derivative = derivatives)
            {
                ActivationKernel.Evaluate<TActivation, TLanes>(
                    TestActivation<TActivation>.Instance,
                    Row(z, values.Length),
                    Row(y, values.Length),
                    Row(derivative, values.Length));
            }

            return (values, derivatives);
        }

        private static unsafe Matrix Row(float* values, int length) => new(values, 1, length, length);
    }
}
