using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Recording;
using Ntm.Domain.Retraction;

namespace Ntm.Host.Recording;

/// <summary>
/// What a file has said so far, by id. It keeps where a line stands, not what it says: what is asked for is read again, so that a file of
/// millions of lines takes some bytes a line.
/// </summary>
internal sealed class SaidInFile(Stream file) : IDisposable
{
    private readonly Dictionary<Guid, (long Start, int Length)> _places = [];

    // A line that holds its replacement need not say under which id: the one it was given is part of what was said.
    private readonly Dictionary<Guid, Guid> _replacedBy = [];

    internal void Add(NewEntry said, RawLine line)
    {
        _places[said.Id] = (line.Start, line.Bytes.Length);
        if (said.Entry is EntryRetracted { ReplacedBy: { } replacement })
            _replacedBy[said.Id] = replacement;
    }

    internal Entry? Find(Guid id) => !_places.TryGetValue(id, out var place)
        ? null
        : Read(place) switch
        {
            { Entry: EntryRetracted retraction } when _replacedBy.TryGetValue(id, out var replacement) => retraction with { ReplacedBy = replacement },
            { Replacement: { } replacement } => replacement.Entry,
            var line => line.Entry,
        };

    public void Dispose() => file.Dispose();

    private SubmittedLine Read((long Start, int Length) place)
    {
        var bytes = new byte[place.Length];
        file.Seek(place.Start, SeekOrigin.Begin);
        file.ReadExactly(bytes);
        return LineReader.Read(0, bytes).Submitted ?? throw new InvalidDataException("The file was changed while it was being imported.");
    }
}
