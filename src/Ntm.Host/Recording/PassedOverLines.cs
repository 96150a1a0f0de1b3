using System.Collections;

namespace Ntm.Host.Recording;

/// <summary>Numbers of lines an import passes over: a bit a line, however many they are.</summary>
internal sealed class PassedOverLines
{
    private readonly BitArray _lines = new(0);

    internal int Count { get; private set; }

    internal bool Contains(int line) => line < _lines.Length && _lines[line];

    internal void Add(int line)
    {
        if (line >= _lines.Length)
            _lines.Length = checked(line * 2);
        if (_lines[line])
            return;
        _lines[line] = true;
        Count++;
    }
}
