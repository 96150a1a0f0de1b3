namespace Ntm.Host.CommandLine;

/// <summary>Tells how far long work is: one line rewritten on a terminal, a line every few seconds elsewhere, and none while it is quick.</summary>
internal sealed class ProgressLine(CommandContext context)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private long _last = context.Time.GetTimestamp();

    internal void Report(string text)
    {
        if (context.IsTerminal)
        {
            context.Error.Write($"\r{text}\u001b[K");
            return;
        }

        if (context.Time.GetElapsedTime(_last) < Between)
            return;
        _last = context.Time.GetTimestamp();
        context.Error.WriteLine(text);
    }

    internal void End()
    {
        if (context.IsTerminal)
            context.Error.Write("\r\u001b[K");
    }
}
