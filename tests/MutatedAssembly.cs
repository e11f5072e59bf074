using System;
using System.IO;

namespace InitGen.Testing;

/// <summary>The only test while Stryker makes mutants: keeps the assembly with all of them, which Stryker removes at its end.</summary>
public class MutatedAssembly
{
    [Fact]
    public void Is_kept()
    {
        string target = Environment.GetEnvironmentVariable("MUTATED_ASSEMBLY")!;
        File.Copy(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(target)), target, overwrite: true);
    }
}
