namespace InitGen.Samples.Digits;

/// <summary>Shows how far training has come.</summary>
/// <param name="epochCount">The number of epochs.</param>
/// <param name="width">The width of the names of networks.</param>
public sealed class ProgressBar(int epochCount, int width)
{
    // What stands beside the name and the bar: " 12/20 epochs" and blanks.
    private const int Room = 25;

    /// <summary>Shows it. The bar overwrites itself and goes, so it is for terminals alone.</summary>
    /// <param name="name">The name of the network.</param>
    /// <param name="epoch">The number of epochs that are done.</param>
    public void Show(string name, int epoch)
    {
        if (Console.IsOutputRedirected)
        {
            return;
        }

        string bar = new string('█', epoch) + new string('░', epochCount - epoch);
        Console.Write(epoch < epochCount
            ? $"\r{name.PadRight(width)} {bar} {epoch}/{epochCount} epochs"
            : $"\r{new string(' ', width + epochCount + Room)}\r");
    }
}
