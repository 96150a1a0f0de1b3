using System.Text;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;
using Ntm.Projections.Appraisal;
using Ntm.Projections.EntryHistory;
using Ntm.Projections.Index;
using Ntm.Testing;

namespace Ntm.Host.Tests.Reading;

/// <summary>Lines judged and taken in as the product does, without a database: numbered from 1, stamped a minute apart.</summary>
internal sealed class RecordInMemory
{
    public static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<Guid, Entry> _said = [];
    private readonly Dictionary<string, long> _versions = [];
    private readonly List<RecordedEntry> _entries = [];
    private Register _register = Register.Empty;
    private int _lastId = 1_000_000;

    public RecordIndex Index { get; } = new();

    public IReadOnlyList<RecordedEntry> Entries => _entries;

    public static RecordInMemory Of(IEnumerable<string> lines)
    {
        var record = new RecordInMemory();
        record.Take([.. lines.Select((line, number) => LineReader.Read(number + 1, Encoding.UTF8.GetBytes(line)).Submitted!)]);
        return record;
    }

    /// <summary>The lawful lines of a random history.</summary>
    public static RecordInMemory Of(RandomHistory history) => Of(
        history.Steps.Where(step => step.RefusedWith is null).SelectMany(step => step.Lines).Select(line => line.ToJsonString()));

    /// <summary>What the entries of a unit say, by the last of them.</summary>
    public SaidOfUnit SaidOf(UnitId unit) => new(HistoryReading.Answer(
        Index, unit, Index.Position, [.. _entries.Where(entry => entry.Entry.Unit == unit)], [], new HistoryFilter(null, null))!);

    private void Take(IReadOnlyList<SubmittedLine> lines)
    {
        var judged = new BatchJudge(
            _register, Catalog, new DateOnly(2026, 1, 1), _said.GetValueOrDefault, () => Said.Id(++_lastId)).Judge(lines);
        Assert.Empty(judged.Refusals.Select(refusal => $"{refusal.Line}: {refusal.Refusal.English}"));
        foreach (var entry in judged.New)
        {
            _said.Add(entry.Id, entry.Entry);
            var sequence = _entries.Count + 1;
            var version = _versions[entry.Stream] = _versions.GetValueOrDefault(entry.Stream) + 1;
            _entries.Add(new RecordedEntry(sequence, Start.AddMinutes(sequence), entry.Id, entry.Entry, entry.Stream, version, "local"));
        }

        _register = judged.After;
        Index.Apply(_entries);
    }
}
