using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;
using Ntm.Projections.Index;
using static Ntm.Testing.Said;

namespace Ntm.Projections.Tests;

/// <summary>Records lines the way the store does: judged, numbered from 1, stamped a minute apart.</summary>
internal static class Recorded
{
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();
    public static readonly CriteriaSet Criteria2016 = Catalog.Find(Set2016)!;

    public static RecordIndex IndexOf(params SubmittedLine[] lines) => IndexOf(Entries(lines));

    public static RecordIndex IndexOf(IEnumerable<RecordedEntry> entries)
    {
        var index = new RecordIndex();
        index.Apply(entries);
        return index;
    }

    public static IReadOnlyList<RecordedEntry> Entries(params SubmittedLine[] lines)
    {
        var said = new Dictionary<Guid, Entry>();
        var versions = new Dictionary<string, long>();
        var recorded = new List<RecordedEntry>();
        var register = Register.Empty;
        foreach (var line in lines)
        {
            var judge = new BatchJudge(register, Catalog, new DateOnly(2026, 1, 1), said.GetValueOrDefault, () => Id(9000 + said.Count));
            var judged = judge.Judge([line]);
            Assert.Empty(judged.Refusals.Select(refusal => refusal.Refusal.English));
            foreach (var entry in judged.New)
            {
                said.Add(entry.Id, entry.Entry);
                var version = versions[entry.Stream] = versions.GetValueOrDefault(entry.Stream) + 1;
                var sequence = recorded.Count + 1;
                recorded.Add(new RecordedEntry(sequence, Start.AddMinutes(sequence), entry.Id, entry.Entry, entry.Stream, version, "local"));
            }

            register = judged.After;
        }

        return recorded;
    }

    public static SubmittedLine Found<T>(UnitId unit, DateOnly on, int criterion, Assessor by = Assessor.Province) where T : FindingEntry =>
        Line((T)EntryOf<T>() with { Unit = unit, EffectiveOn = on, Set = Set2016, Criterion = criterion, AssessedBy = by });

    private static FindingEntry EntryOf<T>() =>
        (FindingEntry)Ntm.Testing.EntrySamples.Of(EntryTypes.All.Single(type => type.ClrType == typeof(T)).Name).ReadMinimal().Entry;
}
