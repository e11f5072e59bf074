using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Initialization;

[Collection(ExecutionCollection.Name)]
public class AllocationTests
{
    public static TheoryData<string> Names => [.. EveryInitializer.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_allocated_after_the_first_time(string name)
    {
        EveryInitializer.Initializer initialize = EveryInitializer.ByName[name];
        foreach ((int rows, int columns) in new[] { (30, 51), (51, 30), (1100, 1000) })
        {
            var weights = new float[rows * columns];
            initialize(weights, rows, columns, 1, 2);
            Assert.Equal(0, Allocation.OnThisThread(() => initialize(weights, rows, columns, 1, 2)));
            Assert.Equal(0, Allocation.OnAllThreads(() => initialize(weights, rows, columns, 1, 2)));
        }
    }
}
