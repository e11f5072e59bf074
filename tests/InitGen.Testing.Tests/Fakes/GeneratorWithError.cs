namespace InitGen.Testing.Tests.Fakes;

/// <summary>Generates a class with an error.</summary>
internal sealed class GeneratorWithError() : SourceGenerator("internal class Generated { private Missing _field; }");
