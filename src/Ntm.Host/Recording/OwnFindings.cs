using Ntm.Domain.Access;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Recording;
using Ntm.EventStore.Append;
using Ntm.Projections.Index;

namespace Ntm.Host.Recording;

/// <summary>
/// What an account has found itself on a criterion: who recorded does not verify. The index knows what was found and not by whom. Where
/// nobody of another level has found anything, as for nearly every finding, that is enough; else the database tells while the order is held.
/// </summary>
internal sealed class OwnFindings
{
    private readonly RecordIndex _index;
    private readonly IReadOnlyDictionary<Guid, RecordedEntry> _stored;
    private readonly Dictionary<FoundCriterion, List<(Guid Id, string? Actor, Assessor By)>> _said = [];
    private readonly Dictionary<FoundCriterion, List<(Guid Id, string? Actor, Assessor By)>> _saidBefore;

    /// <param name="stored">Entries the database has told, by id.</param>
    internal OwnFindings(RecordIndex index, IReadOnlyDictionary<Guid, RecordedEntry> stored)
        : this(index, stored, [])
    {
    }

    private OwnFindings(
        RecordIndex index, IReadOnlyDictionary<Guid, RecordedEntry> stored, Dictionary<FoundCriterion, List<(Guid Id, string? Actor, Assessor By)>> saidBefore) =>
        (_index, _stored, _saidBefore) = (index, stored, saidBefore);

    /// <summary>Who recorded something that bears on it is not known: only inside the order can it be judged.</summary>
    internal bool NeedsOrder { get; private set; }

    /// <summary>For what is judged on what was said here, which the index may not hold yet.</summary>
    internal OwnFindings Ahead() => new(_index, _stored, _said);

    /// <summary>The findings of other levels on the criteria that are found now: whoever recorded them has to be known.</summary>
    internal static HashSet<Guid> BearingOn(RecordIndex index, IEnumerable<Submission> submissions) =>
    [
        .. submissions.Where(submission => submission.Act.Office is not null).SelectMany(submission => submission.Lines)
            .SelectMany(line => line.Replacement is { } replacement ? new[] { line.Entry, replacement.Entry } : [line.Entry])
            .OfType<FindingEntry>().Where(finding => AccessJudge.KeepsFourEyesOn(finding.AssessedBy))
            .SelectMany(finding => InIndex(index, CriterionOf(finding)).Where(found => found.By != finding.AssessedBy))
            .Select(found => found.Id),
    ];

    /// <param name="register">As the batch leaves it: what that retracts stands no more.</param>
    /// <returns>By whom they are assessed.</returns>
    internal IEnumerable<Assessor> Of(string actor, FindingEntry now, Register register)
    {
        var criterion = CriterionOf(now);
        var said = _said.GetValueOrDefault(criterion, []).Concat(_saidBefore.GetValueOrDefault(criterion, [])).ToList();
        foreach (var (id, by) in InIndex(_index, criterion).Where(found => found.By != now.AssessedBy && !said.Exists(one => one.Id == found.Id)))
        {
            if (_stored.GetValueOrDefault(id) is { } known)
                said.Add((id, known.RecordedBy, by));
            else
                NeedsOrder = true;
        }

        return said.Where(one => one.Actor == actor && !register.IsRetracted(one.Id)).Select(one => one.By);
    }

    /// <summary>Nobody else has said it; what is appended after it rests on it.</summary>
    internal void Say(EntryToAppend accepted)
    {
        if (accepted is not { Act.Office: not null, Entry.Entry: FindingEntry finding } || !AccessJudge.KeepsFourEyesOn(finding.AssessedBy))
            return;
        var criterion = CriterionOf(finding);
        if (!_said.TryGetValue(criterion, out var said))
            _said[criterion] = said = [];
        said.Add((accepted.Entry.Id, accepted.Act.Actor, finding.AssessedBy));
    }

    private static FoundCriterion CriterionOf(FindingEntry finding) => new(finding.Unit, finding.Set, finding.Criterion);

    private static IEnumerable<(Guid Id, Assessor By)> InIndex(RecordIndex index, FoundCriterion criterion) =>
        index.Findings.Of(criterion.Unit, criterion.Set, criterion.Criterion)
            .Where(found => found.RetractedAt is null && AccessJudge.KeepsFourEyesOn(found.Value.AssessedBy))
            .Select(found => (found.Entry, found.Value.AssessedBy));
}
