using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace InitGen.Hosts.Editor;

/// <summary>A project whose networks take what they say from other files, and what a person may do to it.</summary>
internal static class EditedSources
{
    /// <summary>Its files at first.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["Classifier.cs"] = """
            using InitGen;

            namespace Networks;

            [Network(784)]
            public sealed partial class Classifier
            {
                [Dense(500, Activation.Relu, Init.XavierUniform)]
                public partial DenseLayer Hidden { get; }

                [Dense(10, Activation.Softmax)]
                public partial DenseLayer Output { get; }
            }
            """,
        // Types whose names are also those of the library, and what else a definition may take from another file.
        ["Elsewhere.cs"] = """
            using InitGen;

            namespace Networks.Constants
            {
                static class Init
                {
                    public const int Units = 3;
                    public const double Scale = 0.4;
                    public const Activation Function = Activation.Tanh;
                }
            }

            namespace Networks.Enums
            {
                enum Init
                {
                    Wide = 32,
                }
            }

            namespace InitGen.Samples
            {
                static class Inputs
                {
                    public const int Count = 16;
                }
            }

            namespace Networks
            {
                [WeightVariance(0.01)]
                sealed class Alternating : IWeightInitializer
                {
                    public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random) => weights.Fill(0.1f);
                }
            }
            """,
        ["Program.cs"] = """
            using Networks;

            Classifier net = new(seed: 1);
            Console.WriteLine(net.Hidden.Weights[0]);
            """,
        ["Sized.cs"] = """
            using InitGen;

            namespace Networks.Constants
            {
                [Network(4)]
                partial class ByUnits
                {
                    [Dense(Init.Units)]
                    public partial DenseLayer OfUnits { get; }
                }

                [Network(16)]
                partial class ByScale
                {
                    [Dense(16, Activation.Tanh, InitGen.Init.Normal, StdDev = Init.Scale)]
                    public partial DenseLayer OfScale { get; }
                }

                [Network(16)]
                partial class ByFunction
                {
                    [Dense(16, Init.Function)]
                    public partial DenseLayer OfFunction { get; }
                }
            }

            namespace Networks.Enums
            {
                [Network(4)]
                partial class ByEnum
                {
                    [Dense((int)Init.Wide)]
                    public partial DenseLayer OfEnum { get; }
                }
            }

            namespace Networks
            {
                [Network(InitGen.Samples.Inputs.Count)]
                partial class ByInputs
                {
                    [Dense(4)]
                    public partial DenseLayer OfInputs { get; }
                }

                [Network(16)]
                partial class ByVariance
                {
                    [Dense(16, Activation.Tanh, Init.Custom, Initializer = typeof(Alternating))]
                    public partial DenseLayer OfVariance { get; }
                }
            }
            """,
    };

    /// <summary>What is done to it, one after the other, each with a name.</summary>
    public static IReadOnlyList<(string Name, Func<EditorSession, Task> Do)> Edits { get; } =
    [
        ("nothing yet", _ => Task.CompletedTask),

        // In the file of the network.
        ("a better initializer", session => session.Replace("Classifier.cs", "XavierUniform", "HeNormal")),
        ("other units", session => session.Replace("Classifier.cs", "500", "300")),
        ("an activation that the initializer does not suit", session => session.Replace("Classifier.cs", "Activation.Relu", "Activation.Tanh")),
        ("another layer", session => session.Replace("Classifier.cs", "    [Dense(10", """
                [Dense(100, Activation.Relu)]
                public partial DenseLayer Middle { get; }

                [Dense(10
            """)),
        ("that layer repeated", session => session.Replace("Classifier.cs", "Activation.Relu)]\n    public partial DenseLayer", "Activation.Relu, Repeat = 3)]\n    public partial DenseStack")),
        ("back", session => session.Undo()),
        ("back once more", session => session.Undo()),
        ("half an attribute", session => session.Replace("Classifier.cs", "[Dense(300, Activation.Tanh, Init.HeNormal)]", "[Dense(300, Activation.")),
        ("back to a whole one", session => session.Undo()),
        ("a line twice", session => session.Replace("Classifier.cs", "    [Dense(10", """
                [Dense(10, Activation.Softmax)]
                public partial DenseLayer Output { get; }

                [Dense(10
            """)),
        ("the line once", session => session.Undo()),
        ("a class that is not partial", session => session.Replace("Classifier.cs", "sealed partial", "sealed")),
        ("a partial class", session => session.Undo()),
        ("a wrong property", session => session.Replace("Classifier.cs", "DenseLayer Hidden { get; }", "DenseLayer Hidden { get; set; }")),
        ("a right property", session => session.Undo()),

        // In other files.
        ("an own constant of a class named as one of the library", session => session.Replace("Elsewhere.cs", "Units = 3", "Units = 5")),
        ("a member of an own enum", session => session.Replace("Elsewhere.cs", "Wide = 32", "Wide = 64")),
        ("a constant of type double", session => session.Replace("Elsewhere.cs", "Scale = 0.4", "Scale = 3")),
        ("a constant of an enum of the library", session => session.Replace("Elsewhere.cs", "Function = Activation.Tanh", "Function = Activation.Relu")),
        ("a constant in a namespace within the library's", session => session.Replace("Elsewhere.cs", "Count = 16", "Count = 20")),
        ("the variance that an initializer tells", session => session.Replace("Elsewhere.cs", "[WeightVariance(0.01)]", "[WeightVariance(2, FanMode.In)]")),
        ("an initializer that tells none", session => session.Replace("Elsewhere.cs", "[WeightVariance(2, FanMode.In)]", "")),
        ("a constant that is gone", session => session.Replace("Elsewhere.cs", "int Units", "int Others")),
        ("a constant that is there again", session => session.Undo()),
        ("a twin with a member that is generated", session => session.Add("Twin.cs", "namespace Networks; partial class Classifier { void Initialize(ulong seed) { } }")),
        ("no twin", session => session.Undo()),
        ("a twin with a layer", session => session.Add("Twin.cs", "namespace Networks; partial class Classifier { [InitGen.Dense(3)] public partial InitGen.DenseLayer Other { get; } }")),
        ("a twin without", session => session.Replace("Twin.cs", "[InitGen.Dense(3)] public partial InitGen.DenseLayer Other { get; }", "")),
        ("a twin of another namespace", session => session.Replace("Twin.cs", "namespace Networks;", "namespace Unrelated;")),
        ("a type named as an enum of the library", session => session.Replace("Twin.cs", "namespace Unrelated;", "namespace Networks; class Activation;")),
        ("no such type", session => session.Delete("Twin.cs")),
        ("a type of the same name, local to an earlier file", session => session.Add("A.cs", "namespace Networks; file class Classifier;")),
        ("no such type in a file", session => session.Undo()),
        ("a property of an own type", session => session.Replace("Classifier.cs", "DenseLayer Output", "Own Output")),
        ("that type", session => session.Add("Own.cs", "namespace Networks; class Own;")),
        ("no such type any more", session => session.Delete("Own.cs")),
        ("a layer again", session => session.Replace("Classifier.cs", "Own Output", "DenseLayer Output")),
        ("a file with networks less", session => session.Delete("Sized.cs")),
        ("that file again", session => session.Undo()),

        // Settings.
        ("a warning", session => session.Replace("Classifier.cs", "300, Activation.Tanh, Init.HeNormal", "500, Activation.Relu, Init.XavierUniform")),
        ("a rule that is an error", session => session.Configure("[*.cs]\ndotnet_diagnostic.INIT2003.severity = error\n")),
        ("a threshold", session => session.Configure("[*.cs]\ninitgen.maximum_saturated_fraction = 0.01\n")),
        ("a constant after all that", session => session.Replace("Elsewhere.cs", "Units = 5", "Units = 7")),
    ];
}
