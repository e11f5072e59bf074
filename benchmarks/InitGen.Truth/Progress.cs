namespace InitGen.Truth;

/// <summary>A line that overwrites itself and goes, for terminals alone.</summary>
/// <param name="count">How much there is to do.</param>
internal sealed class Progress(int count)
{
    private readonly Lock _lock = new();
    private int _done;

    /// <summary>One more is done.</summary>
    public void Advance()
    {
        lock (_lock)
        {
            _done++;
            Write($"\r{_done} of {count} trainings");
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Clear() => Write($"\r{new string(' ', 40)}\r");

    private static void Write(string text)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write(text);
        }
    }
}
