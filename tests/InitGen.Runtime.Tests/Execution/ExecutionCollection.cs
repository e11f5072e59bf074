namespace InitGen.Runtime.Tests.Threads;

/// <summary>Tests that change <see cref="Execution.MaxDegreeOfParallelism"/> or count what all threads allocate: one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class ExecutionCollection
{
    public const string Name = "Execution";
}
