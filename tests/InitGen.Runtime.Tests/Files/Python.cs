using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;

namespace InitGen.Runtime.Tests.Files;

/// <summary>A Python with PyTorch and NumPy. A test that needs it is skipped where there is none, and fails where the environment variable
/// INITGEN_REQUIRE_PEERS is 1.</summary>
internal static class Python
{
    // Debian's python3-torch belongs to /usr/bin/python3, which need not be the first python3 on the path.
    private static readonly Lazy<string?> Executable = new(() =>
        new[] { Environment.GetEnvironmentVariable("PYTHON"), "python3", "/usr/bin/python3" }.FirstOrDefault(
            candidate => !string.IsNullOrEmpty(candidate) && Has(candidate, "torch", "numpy")));

    /// <summary>Runs a script to its end.</summary>
    public static void Run(params string[] arguments)
    {
        (int exitCode, string messages) = Start(Executable.Value!, arguments);
        Assert.True(exitCode == 0, messages);
    }

    public static bool IsThere => Executable.Value is not null;

    /// <summary>Ends a test for which there is none.</summary>
    /// <param name="others">Other modules that it needs.</param>
    public static void Require(params string[] others)
    {
        string packages = string.Join(", ", new[] { "torch", "numpy" }.Concat(others).Select(static module => $"python3-{module}"));
        string missing = $"No Python with all that is needed was found: install the packages {packages}, or name one in PYTHON.";
        bool isThere = IsThere && Has(Executable.Value!, others);
        if (!isThere && Environment.GetEnvironmentVariable("INITGEN_REQUIRE_PEERS") == "1")
        {
            Assert.Fail(missing);
        }

        Assert.SkipUnless(isThere, missing);
    }

    private static bool Has(string executable, params string[] modules) => Start(
        executable, ["-c", "import importlib.util, sys; sys.exit(any(importlib.util.find_spec(name) is None for name in sys.argv[1:]))", .. modules]).ExitCode == 0;

    private static (int ExitCode, string Messages) Start(string executable, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(executable, arguments)
            {
                RedirectStandardError = true,
                Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
            })!;
            string messages = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, messages);
        }
        catch (Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
