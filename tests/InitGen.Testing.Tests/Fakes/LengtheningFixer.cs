namespace InitGen.Testing.Tests.Fakes;

/// <summary>Changes nothing for the better: what it writes is reported again.</summary>
internal sealed class LengtheningFixer : RenamingFixer
{
    protected override string Rename(string name) => name + "x";
}
