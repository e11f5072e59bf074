using BenchmarkDotNet.Running;
using InitGen.Benchmarks;

if (args is ["serve"])
{
    WorkServer.Serve();
}
else if (args is ["limits"])
{
    Limits.Print();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Work).Assembly).Run(args);
}
