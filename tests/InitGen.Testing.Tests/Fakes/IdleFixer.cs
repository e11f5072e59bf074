namespace InitGen.Testing.Tests.Fakes;

/// <summary>Writes what stands there already.</summary>
internal sealed class IdleFixer : RenamingFixer
{
    protected override string Rename(string name) => name;
}
