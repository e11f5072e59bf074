using System;

namespace InitGen.Randomness;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["bits", { } name] when BitStreams.ByName.ContainsKey(name):
                BitStreams.Write(name, Console.OpenStandardOutput());
                return 0;
            case ["distributions"]:
                bool isGood = true;
                foreach (Finding finding in WeightFindings.Of(draws: 100_000_000, parameters: 64, weights: 1 << 20))
                {
                    Console.WriteLine(finding);
                    isGood &= finding.IsGood;
                }

                return isGood ? 0 : 1;
            default:
                Console.Error.WriteLine($"Usage: bits ({string.Join('|', BitStreams.ByName.Keys)}), for dieharder -g 200; or distributions.");
                return 2;
        }
    }
}
