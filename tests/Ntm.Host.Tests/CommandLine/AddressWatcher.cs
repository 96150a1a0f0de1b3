namespace Ntm.Host.Tests.CommandLine;

/// <summary>Stops the program once it has written its address, as a person would with Ctrl-C.</summary>
internal sealed class AddressWatcher(CancellationTokenSource stop) : StringWriter
{
    public override string NewLine => "\n";

    public override async Task WriteLineAsync(string? value)
    {
        await base.WriteLineAsync(value);
        if (value?.StartsWith("http://", StringComparison.Ordinal) == true)
            await stop.CancelAsync();
    }
}
