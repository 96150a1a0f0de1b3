using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.EventStore.Append;

/// <summary>
/// Entries with their numbers as rows of a binary COPY: what many entries are appended by. They can be written before the order is taken,
/// so that nobody waits for it. Not thread-safe.
/// </summary>
/// <param name="after">The last entry of the record these follow.</param>
public sealed class CopyRows(long after) : IDisposable
{
    /// <summary>From so many entries on, a COPY and its two more round trips cost less than one statement that holds them all.</summary>
    public const int WorthIt = 200;

    private const int UsualBytes = 1024 * 1024;
    private const short Columns = 11;
    private const short NoMoreRows = -1;
    private const long MinusInfinity = long.MinValue;

    // https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS: eleven letters, no flags, no extension.
    private static ReadOnlySpan<byte> Signature => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly RowBuffer _rows = new(UsualBytes);
    private readonly Utf8JsonWriter _json = new(Stream.Null, LineWriter.StoredOptions);
    private readonly List<EntryToAppend> _entries = [];

    /// <summary>The last entry of the record these follow.</summary>
    public long After => after;

    public IReadOnlyList<EntryToAppend> Entries => _entries;

    public void Add(EntryToAppend entry)
    {
        if (_entries.Count == 0)
            _rows.Raw(Signature);
        _entries.Add(entry);
        var type = EntryTypes.Of(entry.Entry.Entry);
        _rows.Count(Columns);
        _rows.Bigint(after + _entries.Count);
        _rows.Uuid(entry.Entry.Id);
        _rows.Text(entry.Entry.Stream);
        _rows.Bigint(entry.Version);
        _rows.Jsonb(_json, entry.Entry.Entry, LineWriter.WriteStored);
        _rows.Text(type.Name);
        _rows.Bigint(MinusInfinity);
        _rows.Text(type.DotNetType);
        _rows.Text(entry.Act.Correlation);
        _rows.Jsonb(_json, entry, EntryHeaders.Write);
        _rows.Text(entry.Act.Actor);
    }

    /// <summary>The whole of what COPY is sent; nothing can be added afterwards.</summary>
    internal ReadOnlyMemory<byte> Finish()
    {
        _rows.Count(NoMoreRows);
        return _rows.Written;
    }

    public void Dispose()
    {
        _json.Dispose();
        _rows.Dispose();
    }
}
