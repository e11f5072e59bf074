namespace InitGen.Tool;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>A network has what <c>--fail-on</c> names.</summary>
    public const int Found = 1;

    /// <summary>The arguments, the project, the assembly or the inputs are wrong.</summary>
    public const int Error = 2;

    /// <summary>A fault of the tool itself.</summary>
    public const int Fault = 3;

    /// <summary>Ended by Ctrl+C: 128 and the number of the signal, as shells have it.</summary>
    public const int Cancelled = 130;
}
