namespace InitGen.Testing.Tests.Fakes;

/// <summary>Writes a name that is a type already.</summary>
internal sealed class UncompilableFixer : RenamingFixer
{
    protected override string Rename(string name) => "Taken";
}
