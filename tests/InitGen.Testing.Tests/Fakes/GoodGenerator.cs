namespace InitGen.Testing.Tests.Fakes;

/// <summary>Generates a class.</summary>
internal sealed class GoodGenerator() : SourceGenerator("internal class Generated { public static int Value => 1; }");
