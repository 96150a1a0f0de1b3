using System.Diagnostics;

namespace Ntm.UnderFire.Tests.Programs;

/// <summary>The end of what a process writes to standard error, which a failure tells.</summary>
internal sealed class LastLines
{
    private const int Kept = 30;

    private readonly Queue<string> _lines = new();

    public void ReadFrom(Process process)
    {
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginErrorReadLine();
    }

    public override string ToString()
    {
        lock (_lines)
            return string.Join('\n', _lines);
    }

    private void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
                _lines.Dequeue();
        }
    }
}
