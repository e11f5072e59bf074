using System;
using System.Collections.Generic;
using InitGen.Initialization;
using InitGen.Kernels;
using InitGen.Kernels.Matrices;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Generator.Tests.OtherKind;

/// <summary>A layer of a kind that the library does not have: φ(factor·s·x), with a scale s for each unit.</summary>
/// <param name="factor">A constant factor.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ScaleAttribute(double factor) : Attribute
{
    public double Factor { get; } = factor;

    public Activation Activation { get; set; }

    public int Repeat { get; set; } = 1;
}

/// <summary>The kind to Core.</summary>
internal sealed record ScaleSpec : LayerSpec
{
    public required double Factor { get; init; }

    public override string Kind => "Scale";

    public override string Description => "scale";

    public override Shape OutputOf(EquatableArray<Shape> inputs) => inputs[0];

    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
        [.. base.Mistakes(inputs), .. NumberMistake.Positive(nameof(Factor), Factor)];

    public override IEnumerable<Parameter> ParametersOf(EquatableArray<Shape> inputs) =>
    [
        new()
        {
            Name = "Scales",
            Role = ParameterRole.Scale,
            Shape = inputs[0].Units,
            Initializer = new InitializerSpec { Init = Init.Normal, Mean = 1, StdDev = 0.5 },
        },
    ];

    public override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs)
    {
        double scale = Factor * Math.Sqrt(1.25); // E[s²] = 1² + 0.5²
        return new Signal(
            Factor * inputs[0].Mean,
            Math.Sqrt(Math.Pow(scale * inputs[0].RootMeanSquare, 2) - Math.Pow(Factor * inputs[0].Mean, 2)),
            scale * inputs[0].Difference);
    }

    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) => Factor * Math.Sqrt(1.25);
}

/// <summary>The kind to the generator.</summary>
internal sealed class ScaleForm : LayerForm
{
    public override string AttributeName => typeof(ScaleAttribute).FullName!;

    public override string KernelName => typeof(ScaleKernel).FullName!;

    public override Type SpecType => typeof(ScaleSpec);

    public override string Constants(ResolvedLayer layer) => $"{Emit.Literal.Of((float)((ScaleSpec)layer.Spec).Factor)}, ";

    private protected override LayerSpec Read(string name, AttributeArguments arguments) =>
        new ScaleSpec { Name = name, Factor = arguments.ValueOf(nameof(ScaleAttribute.Factor), 1.0) };
}

/// <summary>The kind to the runtime.</summary>
public static class ScaleKernel
{
    public static unsafe void Forward<TActivation>(ref ForwardPass pass, int layer, float factor, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        Matrix input = pass.Input();
        Matrix output = pass.Output;
        float* scales = pass.Parameters + info.Parameters[0].Offset;
        for (int row = 0; row < input.Rows; row++)
        {
            for (int unit = 0; unit < info.Units; unit++)
            {
                output.Row(row)[unit] = factor * scales[unit] * input.Row(row)[unit];
            }
        }

        Epilogue.Forward(ref pass, info, layer, activation);
    }

    public static unsafe void Backward<TActivation>(ref BackwardPass pass, int layer, float factor, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        Matrix input = pass.Input();
        Matrix inputGradient = pass.InputGradient(0, out bool isAdded);
        float* scales = pass.Parameters + info.Parameters[0].Offset;
        Span<float> scaleGradients = info.Parameters[0].Of(pass.ParameterGradients);
        for (int unit = 0; unit < info.Units; unit++)
        {
            float sum = pass.IsAdded ? scaleGradients[unit] : 0;
            for (int row = 0; row < input.Rows; row++)
            {
                float scaled = factor * gradient.Row(row)[unit];
                sum += scaled * input.Row(row)[unit];
                if (inputGradient.Data != null)
                {
                    inputGradient.Row(row)[unit] = (isAdded ? inputGradient.Row(row)[unit] : 0) + (scales[unit] * scaled);
                }
            }

            scaleGradients[unit] = sum;
        }
    }
}

/// <summary>The generator with that kind among its own.</summary>
internal sealed class ScaleGenerator : IIncrementalGenerator
{
    public static LayerForms Forms { get; } = new([.. LayerForms.Default.All, new ScaleForm()]);

    private readonly NetworkGenerator _generator = new(Forms);

    public void Initialize(IncrementalGeneratorInitializationContext context) => _generator.Initialize(context);
}
