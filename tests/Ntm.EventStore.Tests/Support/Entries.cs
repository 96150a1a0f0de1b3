using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recording;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;

namespace Ntm.EventStore.Tests.Support;

internal static class Entries
{
    public static readonly Act Local = new("local", null, "test", null);

    private static readonly DateOnly Day = new(2020, 1, 15);

    public static EntryToAppend Established(string unit, Guid? id = null, long version = 1) => Placed(
        new UnitEstablished { Unit = UnitId.Parse(unit), EffectiveOn = Day, Name = "Vân Mộng", Level = UnitLevel.Commune }, id, version);

    public static EntryToAppend Attained(string unit, long version, Guid? id = null) => Placed(
        new CriterionAttained
        {
            Unit = UnitId.Parse(unit), EffectiveOn = Day, Set = new SetId("ntm-2016-2020"), Criterion = 3, AssessedBy = Assessor.District,
            Note = "Đạt theo Quyết định số 12",
        }, id, version);

    public static EntryToAppend Retracted(string unit, Guid entry, Guid? replacedBy, long version, Guid? id = null) => Placed(
        new EntryRetracted { Unit = UnitId.Parse(unit), Entry = entry, Reason = "nhập nhầm", ReplacedBy = replacedBy }, id, version);

    /// <summary>Takes the order and appends at once.</summary>
    public static async Task<IReadOnlyList<RecordedEntry>> AppendAsync(this Record record, params EntryToAppend[] entries)
    {
        await using var order = await record.OpenAppendAsync(long.MaxValue, [], TestContext.Current.CancellationToken);
        return await order.CommitAsync(entries, TestContext.Current.CancellationToken);
    }

    public static async Task<List<RecordedEntry>> ReadAllAsync(this Record record, long after = 0, long upTo = long.MaxValue, params string[] streams)
    {
        var entries = new List<RecordedEntry>();
        await foreach (var entry in record.ReadAsync(after, upTo, streams.Length == 0 ? null : streams, TestContext.Current.CancellationToken))
            entries.Add(entry);
        return entries;
    }

    private static EntryToAppend Placed(Entry entry, Guid? id, long version) =>
        new(new NewEntry(1, id ?? Guid.NewGuid(), entry, StreamId.Of(entry.Unit), Origin: null), version, Local);
}
