namespace Ntm.Host.PrivateClusters;

/// <summary>The server's log file; what one start wrote into it is told from what stood there before.</summary>
internal sealed class ServerLog(string path)
{
    private const long KeptBytes = 32 * 1024 * 1024;
    private const int LinesInMessage = 5;
    private long _begin;

    public void BeginStart()
    {
        if (File.Exists(path) && new FileInfo(path).Length > KeptBytes)
            File.Move(path, $"{path}.1", overwrite: true);

        _begin = File.Exists(path) ? new FileInfo(path).Length : 0;
    }

    public string SinceStart()
    {
        if (!File.Exists(path))
            return "";

        using var reader = new StreamReader(path);
        reader.BaseStream.Seek(_begin, SeekOrigin.Begin);
        return reader.ReadToEnd();
    }

    public string LastLines() =>
        string.Join(" | ", SinceStart().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(LinesInMessage));
}
