namespace InitGen.Tool;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>A network has what <c>--fail-on</c> names.</summary>
    public const int Found = 1;

    /// <summary>The arguments, the assembly or the inputs are wrong.</summary>
    public const int Error = 2;

    /// <summary>Ended by Ctrl+C: 128 and the number of the signal, as shells have it.</summary>
    public const int Cancelled = 130;
}
