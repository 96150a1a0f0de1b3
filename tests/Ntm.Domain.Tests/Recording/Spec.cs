using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Folding;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Recording;

/// <summary>Given a record, when lines are handed in, then they are recorded or refused. Each step gives a new spec.</summary>
internal sealed class Spec
{
    /// <summary>The Vietnamese day on which every spec hands in its lines.</summary>
    public static readonly DateOnly Today = new(2024, 6, 30);

    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    private readonly Register _register;
    private readonly IReadOnlyDictionary<Guid, Entry> _entries;

    private Spec(Register register, IReadOnlyDictionary<Guid, Entry> entries)
    {
        _register = register;
        _entries = entries;
    }

    public Register Register => _register;

    /// <summary>An empty record, with what these lines say recorded in it one after the other.</summary>
    public static Spec Given(params SubmittedLine[] lines) => new Spec(Register.Empty, new Dictionary<Guid, Entry>()).And(lines);

    public Spec And(params SubmittedLine[] lines) => lines.Aggregate(this, (spec, line) => spec.When(line).ThenItStands());

    /// <summary>A place in the order that says nothing, as a failed save of another program leaves one.</summary>
    public Spec AndTombstone(Guid id)
    {
        var tombstone = new Tombstone { Unit = default };
        return new Spec(_register.After(id, tombstone), new Dictionary<Guid, Entry>(_entries) { [id] = tombstone });
    }

    /// <summary>Hands these lines in as one batch.</summary>
    public Outcome When(params SubmittedLine[] lines)
    {
        var given = 0;
        Guid NewId() => Said.Id(9000 + (_entries.Count * 10) + given++);
        var batch = lines.Select((line, index) => Numbered(line, index + 1)).ToList();
        var judged = new BatchJudge(_register, Catalog, Today, id => _entries.GetValueOrDefault(id), NewId) { Findings = Findings }.Judge(batch);
        return new Outcome(judged, () => With(judged));
    }

    private ImmutableArray<Fact<FoundStatus>> Findings(UnitId unit, SetId set, int criterion) =>
    [
        .. _entries.Select((entry, place) => (entry.Key, Entry: entry.Value as FindingEntry, Sequence: place + 1))
            .Where(said => said.Entry is { } finding && finding.Unit == unit && finding.Set == set && finding.Criterion == criterion)
            .Select(said => new Fact<FoundStatus>(said.Key, said.Sequence, said.Entry!.EffectiveOn, new(said.Entry.Status, said.Entry.AssessedBy))),
    ];

    private Spec With(JudgedBatch judged)
    {
        var entries = new Dictionary<Guid, Entry>(_entries);
        foreach (var entry in judged.New)
            entries.Add(entry.Id, entry.Entry);
        return new Spec(judged.After, entries);
    }

    private static SubmittedLine Numbered(SubmittedLine line, int number) =>
        line with { Line = number, Replacement = line.Replacement is { } replacement ? replacement with { Line = number } : null };
}

internal sealed class Outcome(JudgedBatch judged, Func<Spec> after)
{
    /// <summary>Everything that was handed in stands now; these are the types of what is new, in order.</summary>
    public Spec ThenRecorded(params string[] types)
    {
        var spec = ThenItStands();
        Assert.Equal(types, judged.New.Select(entry => EntryTypes.Of(entry.Entry).Name));
        return spec;
    }

    public Spec ThenItStands()
    {
        Assert.Empty(judged.Refusals.Select(Words));
        return after();
    }

    /// <summary>Nothing is new: every line repeats what stands.</summary>
    public Spec ThenRepeated()
    {
        var spec = ThenItStands();
        Assert.NotEmpty(judged.Outcomes);
        Assert.All(judged.Outcomes, outcome => Assert.True(outcome.Repeated));
        Assert.Empty(judged.New);
        return spec;
    }

    /// <summary>For this reason and no other, and nothing of the batch is recorded.</summary>
    public void ThenRefused(string code, string? field) => ThenRefused((1, code, field));

    public void ThenRefused(params (int Line, string Code, string? Field)[] refusals)
    {
        Assert.Equal(refusals, judged.Refusals.Select(refusal => (refusal.Line, refusal.Refusal.Code, refusal.Refusal.Field)));
        Assert.Empty(judged.New);
    }

    public void ThenRefusedAmongOthers(string code, string? field)
    {
        Assert.Contains((1, code, field), judged.Refusals.Select(refusal => (refusal.Line, refusal.Refusal.Code, refusal.Refusal.Field)));
        Assert.Empty(judged.New);
    }

    public IReadOnlyList<Refusal> Refusals => [.. judged.Refusals.Select(refusal => refusal.Refusal)];

    /// <summary>The entries that are new, with their streams.</summary>
    public IReadOnlyList<NewEntry> New => judged.New;

    private static string Words(LineRefusal refusal) =>
        $"line {refusal.Line}, {refusal.Refusal.Field}: {refusal.Refusal.Code} {refusal.Refusal.English}";
}
