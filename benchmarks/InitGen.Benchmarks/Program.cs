using BenchmarkDotNet.Running;
using InitGen.Benchmarks;

if (args is ["serve"])
{
    WorkServer.Serve();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Work).Assembly).Run(args);
}
