using System;
using System.Globalization;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace InitGen.Randomness;

/// <summary>What docs/randomness.md reports.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["bits", { } name] when BitStreams.ByName.ContainsKey(name):
                using (var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write)) // the console's goes on without a reader
                {
                    BitStreams.Write(name, output);
                }

                return 0;
            case ["distributions", { } text] when ulong.TryParse(text, CultureInfo.InvariantCulture, out ulong seed):
                bool isGood = true;
                foreach (Finding finding in WeightFindings.Of(seed, draws: 100_000_000, parameters: 64, weights: 1 << 20))
                {
                    Console.WriteLine(finding);
                    isGood &= finding.IsGood;
                }

                return isGood ? 0 : 1;
            default:
                Console.Error.WriteLine($"Usage: bits ({string.Join('|', BitStreams.ByName.Keys)}), for dieharder -g 200; or distributions SEED.");
                return 2;
        }
    }
}
