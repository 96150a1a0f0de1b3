using Ntm.Domain.Access;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Recording;
using Ntm.Domain.Units;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Access;

/// <summary>A record of one province with two districts, and offices that record in it one after the other.</summary>
internal sealed class Acting
{
    internal static readonly DateOnly Today = Said.Day(2026, 11, 20);

    private readonly Dictionary<Guid, (Entry Entry, RecordedBy By)> _stands = [];
    private Register _register = Register.Empty;

    internal Acting()
    {
        foreach (var line in Said.Country)
            Stand(line, new RecordedBy("local", null));
    }

    internal static Office Office(Role role, UnitId? area = null, params int[] criteria) => new(role, area, criteria, null);

    /// <summary>Recorded whatever anybody may: so that something stands.</summary>
    internal Guid Stand(SubmittedLine line, RecordedBy by)
    {
        var id = line.Id ?? Guid.NewGuid();
        _stands[id] = (line.Entry, by);
        _register = _register.After(id, line.Entry);
        return id;
    }

    /// <returns>The codes that speak against the lines; where there are none, they stand.</returns>
    internal IReadOnlyList<string> Record(string actor, Office office, params SubmittedLine[] lines)
    {
        var numbered = lines.Select((line, index) => line with { Line = index + 1, Id = line.Id ?? Guid.NewGuid() }).ToList();
        var batch = new BatchJudge(_register, CriteriaCatalog.Shipped(), Today, id => _stands.GetValueOrDefault(id).Entry, Guid.NewGuid).Judge(numbered);
        Assert.Empty(batch.Refusals.Select(refusal => refusal.Refusal.English));
        var acts = new RecordedActs(
            id => _stands.TryGetValue(id, out var said) ? said.By : null,
            now => _stands.Where(said => said.Value.By.Actor == actor && !batch.After.IsRetracted(said.Key)).Select(said => said.Value.Entry)
                .OfType<Domain.Findings.FindingEntry>()
                .Where(finding => (finding.Unit, finding.Set, finding.Criterion) == (now.Unit, now.Set, now.Criterion)).Select(finding => finding.AssessedBy));
        var refusals = new AccessJudge(office, _register, batch.After, Today,
            id => batch.Accepted.FirstOrDefault(entry => entry.Id == id)?.Entry ?? _stands.GetValueOrDefault(id).Entry, acts).Judge(batch.Accepted);
        if (refusals.Count == 0)
        {
            foreach (var entry in batch.Accepted)
                Stand(new SubmittedLine(0, entry.Id, entry.Entry, null), new RecordedBy(actor, office));
        }

        return [.. refusals.Select(refusal => refusal.Refusal.Code)];
    }
}
