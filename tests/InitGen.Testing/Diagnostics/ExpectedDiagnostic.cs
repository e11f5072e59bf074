using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Diagnostics;

/// <summary>A diagnostic that a test expects, with its places known.</summary>
/// <param name="Result">What the test says of it.</param>
/// <param name="Spans">Its location and its additional locations.</param>
internal sealed record ExpectedDiagnostic(DiagnosticResult Result, ImmutableArray<FileLinePositionSpan> Spans)
{
    /// <summary>Whether a reported diagnostic is the expected one.</summary>
    /// <param name="actual">The reported diagnostic.</param>
    public bool Matches(Diagnostic actual) =>
        actual.Id == Result.Id
        && actual.Severity == Result.Severity
        && HasExpectedLocations(actual)
        && (Result.Message is null || actual.GetMessage(CultureInfo.InvariantCulture) == Result.Message)
        && (Result.MessageArguments.IsDefault || HasExpectedArguments(actual));

    private bool HasExpectedLocations(Diagnostic actual)
    {
        var spans = new[] { actual.Location }.Concat(actual.AdditionalLocations)
            .Where(location => location != Location.None)
            .Select(location => location.GetLineSpan());
        return Result.IgnoreAdditionalLocations
            ? spans.Take(1).SequenceEqual(Spans)
            : spans.SequenceEqual(Spans);
    }

    // The arguments of a diagnostic are not public, but they are what its message is made of.
    private bool HasExpectedArguments(Diagnostic actual)
    {
        string format = actual.Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        try
        {
            string message = string.Format(CultureInfo.InvariantCulture, format, [.. Result.MessageArguments]);
            return message == actual.GetMessage(CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return false; // fewer arguments than the message needs
        }
    }
}
