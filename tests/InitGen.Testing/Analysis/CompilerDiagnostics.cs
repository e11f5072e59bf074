namespace InitGen.Testing;

/// <summary>Which diagnostics of the compiler a test has to expect.</summary>
public enum CompilerDiagnostics
{
    /// <summary>None: what the compiler says of the sources is ignored. (Of generated sources it never is.)</summary>
    None,

    /// <summary>Its errors.</summary>
    Errors,

    /// <summary>Its errors and warnings.</summary>
    Warnings,
}
