namespace InitGen.Testing.Tests.Fakes;

/// <summary>Generates a class with a warning: CS0169, a field that is never used.</summary>
internal sealed class GeneratorWithWarning() : SourceGenerator("internal class Generated { private int _unused; }");
