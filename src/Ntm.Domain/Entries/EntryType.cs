using Ntm.Domain.Interchange;
using Ntm.Domain.Recording;

namespace Ntm.Domain.Entries;

/// <summary>One kind of entry: its name in lines and in the database, how it is read, and who decides on it.</summary>
public sealed class EntryType
{
    private readonly Func<FieldReader, Entry> _read;
    private readonly Func<Guid, Entry, Judging, Decision> _decide;

    private EntryType(string name, Type clrType, Func<FieldReader, Entry> read, Func<Guid, Entry, Judging, Decision> decide)
    {
        Name = name;
        ClrType = clrType;
        DotNetType = $"{clrType.FullName}, {clrType.Assembly.GetName().Name}";
        _read = read;
        _decide = decide;
    }

    /// <summary>Wire name and Marten alias; frozen once released.</summary>
    public string Name { get; }

    public Type ClrType { get; }

    /// <summary>What Marten writes beside an event: <c>Namespace.Type, Assembly</c>.</summary>
    public string DotNetType { get; }

    /// <summary>A decision of an authority is annulled or corrected, never retracted.</summary>
    public bool IsDecision { get; private init; }

    internal static EntryType Of<T>(string name, Func<FieldReader, T> read, Func<Guid, T, Judging, Decision> decide, bool isDecision = false)
        where T : Entry =>
        new(name, typeof(T), read, (id, entry, judging) => decide(id, (T)entry, judging)) { IsDecision = isDecision };

    internal Entry Read(FieldReader line) => _read(line);

    internal Decision Decide(Guid id, Entry entry, Judging judging) => _decide(id, entry, judging);
}
