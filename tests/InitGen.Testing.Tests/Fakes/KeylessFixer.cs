namespace InitGen.Testing.Tests.Fakes;

/// <summary>Has no equivalence key.</summary>
internal sealed class KeylessFixer : RenamingFixer
{
    protected override string? EquivalenceKey => null;
}
