using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Interchange;
using Ntm.Domain.Recording;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

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

    // Asked for only where a step is prepared in the file, and then for one criterion of its unit after the other.
    private readonly Dictionary<UnitId, List<(Guid Id, long Sequence)>> _findings = [];
    private (UnitId Unit, int Count, ILookup<(SetId, int), Fact<FoundStatus>> Found)? _lastAsked;

    /// <param name="sequence">It would have in the record if all of the file were recorded now.</param>
    internal void Add(NewEntry said, long sequence, RawLine line)
    {
        if (said.Entry is FindingEntry finding)
        {
            if (!_findings.TryGetValue(finding.Unit, out var found))
                _findings[finding.Unit] = found = [];
            found.Add((said.Id, sequence));
        }

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

    /// <summary>What it has found on a criterion of a unit so far, whether retracted since or not.</summary>
    internal IEnumerable<Fact<FoundStatus>> FindingsOn(UnitId unit, SetId set, int criterion)
    {
        if (!_findings.TryGetValue(unit, out var found))
            return [];
        if (_lastAsked is not { } last || last.Unit != unit || last.Count != found.Count)
        {
            _lastAsked = last = (unit, found.Count, found.Select(said => (said.Id, said.Sequence, Finding: (FindingEntry)Find(said.Id)!)).ToLookup(
                said => (said.Finding.Set, said.Finding.Criterion),
                said => new Fact<FoundStatus>(said.Id, said.Sequence, said.Finding.EffectiveOn, new(said.Finding.Status, said.Finding.AssessedBy))));
        }

        return last.Found[(set, criterion)];
    }

    public void Dispose() => file.Dispose();

    private SubmittedLine Read((long Start, int Length) place)
    {
        var bytes = new byte[place.Length];
        file.Seek(place.Start, SeekOrigin.Begin);
        file.ReadExactly(bytes);
        return LineReader.Read(0, bytes).Submitted ?? throw new InvalidDataException("The file was changed while it was being imported.");
    }
}
