using System;
using System.IO;
using InitGen.Reporting;
using InitGen.Wording;

namespace InitGen.Tool;

/// <summary>How far a measurement has come, as one line of a terminal that is written over and removed at the end.</summary>
/// <param name="terminal">The terminal.</param>
internal sealed class ProgressLine(TextWriter terminal) : IProgress<SignalProgress>, IDisposable
{
    private const int MillisecondsBetween = 100;

    private long _next;
    private int _length;

    /// <inheritdoc/>
    public void Report(SignalProgress value)
    {
        if (Environment.TickCount64 < _next)
        {
            return;
        }

        _next = Environment.TickCount64 + MillisecondsBetween;
        string total = value.TotalCount is { } count ? $" of {NumberText.Of(count)}" : "";
        Show($"{value.Network}: {NumberText.Of(value.InputCount)}{total} inputs");
    }

    /// <summary>Removes the line.</summary>
    public void Dispose()
    {
        Show("");
        terminal.Write('\r');
    }

    private void Show(string text)
    {
        terminal.Write($"\r{text.PadRight(_length)}");
        _length = text.Length;
    }
}
