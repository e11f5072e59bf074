using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Reading;
using InitGen.Wording;

namespace InitGen.Emit;

/// <summary>Writes the generated half of a network.</summary>
internal static class NetworkEmitter
{
    /// <summary>The generated file.</summary>
    /// <param name="network">The network.</param>
    /// <param name="forms">The kinds of its layers.</param>
    public static SourceFile Emit(NetworkPlan network, LayerForms forms)
    {
        DeclaredLayer[] layers = [.. DeclaredLayer.Of(network, forms)];
        TypePlace place = network.Model.Place;
        return SourceFile.Of(place.HintName, place, WriteMembers, $" : {Interface(network)}", NetworkDocumentation.Of(network));

        void WriteMembers(CodeWriter code)
        {
            EmitSizes(code, network);
            EmitConstructors(code, network);
            if (network.StateCount > 0)
            {
                EmitState(code, network, layers);
            }

            if (network.DependsOnStep)
            {
                EmitStep(code);
            }

            if (network.StateCount > 0 || network.DependsOnStep)
            {
                EmitInference(code, network);
            }

            LayerPropertyEmitter.Emit(code, network);
            InitializeEmitter.Emit(code, layers);
            EmitPasses(code);
            LayerTableEmitter.Emit(code, network);
            EmitInterface(code, network);
            LayerPassEmitter.Emit(code, layers, Interface(network));
            EmitHash(code);
        }
    }

    private static string Interface(NetworkPlan network) => $"global::InitGen.INetwork<{network.Model.Place.FullName}>";

    private static void EmitSizes(CodeWriter code, NetworkPlan network)
    {
        ResolvedLayer output = network.Layers.Last().Layer;
        code.Lines($"""
            /// <summary>The number of inputs.</summary>
            public const int InputSize = {Literal.Of(network.Model.Spec.Input.Size)};

            /// <summary>The number of outputs: the units of the last layer.</summary>
            public const int OutputSize = {Literal.Of(output.Output.Size)};

            /// <summary>The number of parameters: all weights and biases.</summary>
            public const int ParameterCount = {Literal.Of(network.ParameterCount)};

            """);
    }

    private static void EmitConstructors(CodeWriter code, NetworkPlan network)
    {
        string name = network.Model.Place.Name;
        string count = Literal.Of(network.ParameterCount);
        code.Lines($$"""
            private readonly global::System.Memory<float> _parameterMemory;

            /// <summary>Allocates the parameters and initializes them.</summary>
            /// <param name="seed">The seed: a parameter depends on it, its name and its index alone.</param>
            public {{name}}(ulong seed)
            {
                _parameterMemory = new float[ParameterCount];
                Initialize(seed);
            }

            /// <summary>Attaches a network to parameters that stand somewhere; they are neither copied nor touched.</summary>
            /// <param name="parameters">{{count}} values: for each layer its weights, [units x inputs] row-major, then its biases.</param>
            /// <exception cref="global::System.ArgumentException">There are not {{count}} of them.</exception>
            public {{name}}(global::System.Memory<float> parameters)
            {
                if (parameters.Length != ParameterCount)
                {
                    throw new global::System.ArgumentException(
                        $"The length of parameters is {parameters.Length}; it must be {ParameterCount}, the number of the network's parameters.", "parameters");
                }

                _parameterMemory = parameters;
            }

            /// <inheritdoc/>
            public global::System.Span<float> Parameters => _parameterMemory.Span;

            """);
    }

    private static void EmitState(CodeWriter code, NetworkPlan network, DeclaredLayer[] layers)
    {
        code.Lines($"""
            /// <summary>The number of values of state, which are followed while the network is trained: running means and variances.</summary>
            public const int StateCount = {Literal.Of(network.StateCount)};

            private readonly float[] _state = StartOfState();

            /// <inheritdoc/>
            public global::System.Span<float> State => _state;

            static int {Interface(network)}.StateCount => StateCount;

            /// <summary>Moves the running means and variances toward those of a batch, as training does after each.</summary>
            /// <param name="inputs">[batch x InputSize], row-major.</param>
            public void UpdateState(global::System.ReadOnlySpan<float> inputs) => global::InitGen.Kernels.NetworkPass.UpdateState(this, inputs);

            """);
        code.Open("private static float[] StartOfState()").Line("float[] state = new float[StateCount];");
        foreach (DeclaredLayer declared in layers.Where(static declared => declared.Layers.First().Layer.StateCount > 0))
        {
            for (int index = 0; index < declared.Layers.Count; index++)
            {
                foreach (string statement in LayerCode.Initialize(declared.Layers.ElementAt(index).Layer, Literal.Of(declared.First + index), ParameterRole.State, "state"))
                {
                    code.Line(statement);
                }
            }
        }

        code.Line("return state;").Close().Line();
    }

    private static void EmitStep(CodeWriter code) => code.Lines("""
        /// <summary>What dropout draws its masks from, with the layer's name, the number of the row in the batch and the place in the row: passes
        /// of one step drop the same values. Set it to the number of the step before each.</summary>
        public ulong Step { get; set; }

        """);

    private static void EmitInference(CodeWriter code, NetworkPlan network)
    {
        string normalized = network.StateCount > 0 ? ", normalized by the running means and variances, not by the batch" : "";
        string dropped = network.DependsOnStep ? ", with nothing dropped" : "";
        code.Lines($"""
            /// <summary>Computes the outputs of inputs as they come, one or many{normalized}{dropped}.</summary>
            /// <param name="inputs">[batch x InputSize], row-major.</param>
            /// <param name="outputs">[batch x OutputSize], row-major; written.</param>
            public void Infer(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs) =>
                global::InitGen.Kernels.NetworkPass.Infer(this, inputs, outputs);

            """);
    }

    private static void EmitPasses(CodeWriter code) => code.Lines("""
        /// <inheritdoc/>
        public void Forward(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs) =>
            global::InitGen.Kernels.NetworkPass.Forward(this, inputs, outputs);

        /// <inheritdoc/>
        public void MeasureForward(global::System.ReadOnlySpan<float> inputs, global::System.Span<global::InitGen.LayerStatistics> statistics) =>
            global::InitGen.Kernels.NetworkPass.MeasureForward(this, inputs, statistics);

        /// <inheritdoc/>
        public void Backward(
            global::System.ReadOnlySpan<float> inputs,
            global::System.ReadOnlySpan<float> outputGradients,
            global::System.Span<float> parameterGradients) =>
            global::InitGen.Kernels.NetworkPass.Backward(this, inputs, outputGradients, parameterGradients);

        /// <inheritdoc/>
        public void MeasureBackward(
            global::System.ReadOnlySpan<float> inputs,
            global::System.ReadOnlySpan<float> outputGradients,
            global::System.Span<global::InitGen.GradientStatistics> statistics) =>
            global::InitGen.Kernels.NetworkPass.MeasureBackward(this, inputs, outputGradients, statistics);

        """);

    private static void EmitInterface(CodeWriter code, NetworkPlan network)
    {
        string type = network.Model.Place.FullName;
        code.Lines($"""
            static int {Interface(network)}.InputSize => InputSize;

            static int {Interface(network)}.OutputSize => OutputSize;

            static int {Interface(network)}.ParameterCount => ParameterCount;

            static {type} {Interface(network)}.Create(ulong seed) => new(seed);

            static {type} {Interface(network)}.Create(global::System.Memory<float> parameters) => new(parameters);

            """);
    }

    private static void EmitHash(CodeWriter code)
    {
        IEnumerable<string> statements = TextLines.Of(code.ToString()).Where(static line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
        ulong hash = ParameterStream.Of(string.Join("\n", statements));
        code.Line()
            .Comment("Changes with the definition, so that hot reload starts the program anew: layers of a running one cannot change.")
            .Line($"private const ulong DefinitionHash = {Literal.Of(hash)};");
    }
}
