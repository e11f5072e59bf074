using System;

namespace InitGen.Runtime.Tests.Threads;

[Collection(ExecutionCollection.Name)]
public class ExecutionTests
{
    [Fact]
    public void The_degree_is_the_number_of_processors_unless_set() =>
        Assert.Equal(Environment.ProcessorCount, Execution.MaxDegreeOfParallelism);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_degree_below_1_is_refused(int degree)
    {
        ArgumentOutOfRangeException error =
            Assert.Throws<ArgumentOutOfRangeException>(() => Execution.MaxDegreeOfParallelism = degree);
        Assert.StartsWith($"MaxDegreeOfParallelism is {degree}, but must be at least 1.", error.Message, StringComparison.Ordinal);
        Assert.Equal(Environment.ProcessorCount, Execution.MaxDegreeOfParallelism);
    }
}
