using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Inspections;
using Ntm.Domain.Plans;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Retraction;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Domain.Access;

/// <summary>A criterion of a unit under a set: what four eyes are kept on.</summary>
public readonly record struct FoundCriterion(UnitId Unit, SetId Set, int Criterion);

/// <summary>What the record says of who recorded what, as far as it bears on a batch.</summary>
/// <param name="RecorderOf">Who recorded the entry with that id; null where it is not in the record.</param>
/// <param name="OwnFindings">By whom the findings are assessed that this same account recorded on the criterion of a finding and that stand; those assessed like it may be left out.</param>
public sealed record RecordedActs(Func<Guid, RecordedBy?> RecorderOf, Func<FindingEntry, IEnumerable<Assessor>> OwnFindings)
{
    public static RecordedActs None { get; } = new(_ => null, _ => []);
}

/// <summary>
/// Judges what an office records, entry by entry, after the rules of the record have let it pass. Area is a matter of the units as they
/// stand and as the batch leaves them: nobody moves a unit into his area in order to record there.
/// </summary>
public sealed class AccessJudge(Office office, Register before, Register after, DateOnly today, Func<Guid, Entry?> find, RecordedActs acts)
{
    private readonly Dictionary<UnitId, bool> _inArea = [];
    private readonly Dictionary<FoundCriterion, HashSet<Assessor>> _said = [];
    private readonly List<LineRefusal> _refusals = [];

    /// <summary>The levels of one procedure, each of which takes another pair of eyes, in whatever order they are recorded.</summary>
    public static bool KeepsFourEyesOn(Assessor assessor) => assessor is Assessor.Commune or Assessor.District or Assessor.Province;

    /// <returns>What speaks against the batch; empty where the office may record all of it.</returns>
    public IReadOnlyList<LineRefusal> Judge(IReadOnlyList<NewEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Entry is EntryRetracted retraction)
                JudgeRetraction(entry.Line, retraction);
            else
                JudgeSaying(entry.Line, entry.Entry);
        }

        return _refusals;
    }

    private void JudgeSaying(int line, Entry entry)
    {
        var type = EntryTypes.Of(entry).Name;
        var assessor = RecordingRights.AssessorOf(entry);
        if (RecordingRights.Of(entry) is not { } right || !right.Roles.Contains(office.Role))
        {
            Refuse(line, AccessRefusals.MayNotRecord(Roles.Names.NameOf(office.Role), type, assessor is { } by ? Assessors.Names.NameOf(by) : null));
            return;
        }

        foreach (var (unit, field) in UnitsOf(entry))
            RequireInArea(line, unit, field);
        RequireAbove(line, entry);
        if (right.AreaLevel is { } level && office.Area is { } area && !Reaches(area, level))
            Refuse(line, AccessRefusals.Level(assessor is { } of ? Assessors.Names.NameOf(of) : UnitLevels.Names.NameOf(level), area));
        RequireOwnCriteria(line, entry);
        if (entry is FindingEntry finding)
            RequireFourEyes(line, finding);
    }

    // Where the area itself lies, of what level it is and whether it is, somebody above says: else an office would make itself another.
    private void RequireAbove(int line, Entry entry)
    {
        if (office.Area is not { } area || !before.Knows(area))
            return;
        var isOwn = entry switch
        {
            UnitEstablished or UnitReparented or UnitLevelChanged or UnitDissolved => entry.Unit == area,
            UnitsMerged merger => merger.From.Contains(area),
            _ => false,
        };
        if (isOwn)
            Refuse(line, AccessRefusals.OwnArea(area));
    }

    // As it stood before the batch, and as the batch leaves it; an area nobody has recorded yet has the level it is given now.
    private bool Reaches(UnitId area, UnitLevel level) =>
        Reaches(after, area, level) && (!before.Knows(area) || Reaches(before, area, level));

    private bool Reaches(Register register, UnitId area, UnitLevel level) => Area.LevelOf(register, area, today) is { } own && own <= level;

    // A unit in the area may not be handed to a place outside it, nor taken from there: who is above both does that.
    // What a plan, a target or an inspection says is its office's: nobody speaks for it from elsewhere.
    private IEnumerable<(UnitId Unit, string Field)> UnitsOf(Entry entry)
    {
        IEnumerable<(UnitId, string)> others = entry switch
        {
            UnitEstablished { Parent: { } parent } => [(parent, "parent")],
            UnitReparented { Parent: { } parent } => [(parent, "parent")],
            UnitsMerged merger => merger.From.Select(part => (part, "from")),
            UnitDissolved { Successors: { } successors } => successors.Select(successor => (successor, "successors")),
            PlanEntry plan => ScopesOf(plan.Plan).Append((plan.Scope, "scope")),
            TargetAssigned target => ScopesOf(target.Plan),
            TaskDone task => ScopesOf(task.Plan),
            TargetWithdrawn withdrawal when find(withdrawal.Target) is { } target => [(target.Unit, "target")],
            RemedyDone remedy when find(remedy.Inspection) is { } inspection => [(inspection.Unit, "inspection")],
            _ => [],
        };
        return others.Prepend((entry.Unit, "unit"));
    }

    private IEnumerable<(UnitId, string)> ScopesOf(PlanId plan) =>
        before.Plans.GetValueOrDefault(plan)?.Issues.Select(issue => (issue.Value.Scope, "plan")).Distinct() ?? [];

    private void RequireInArea(int line, UnitId unit, string field)
    {
        if (office.Area is { } area && !InArea(unit))
            Refuse(line, AccessRefusals.Area(unit, area, field));
    }

    private bool InArea(UnitId unit)
    {
        if (!_inArea.TryGetValue(unit, out var holds))
        {
            holds = (before.Knows(unit) || after.Knows(unit) || unit == office.Area)
                && (!after.Knows(unit) || Area.Holds(after, office.Area, unit, today))
                && (!before.Knows(unit) || Area.Holds(before, office.Area, unit, today));
            _inArea[unit] = holds;
        }

        return holds;
    }

    private void RequireOwnCriteria(int line, Entry entry)
    {
        if (office.Criteria.Count == 0)
            return;
        foreach (var criterion in CriterionMentions.Of(entry, find).Select(mention => mention.Criterion).Distinct())
        {
            if (!office.Criteria.Contains(criterion))
                Refuse(line, AccessRefusals.Criterion(criterion));
        }
    }

    // Who recorded does not verify, who verified does not appraise: the account, whatever offices it has held.
    private void RequireFourEyes(int line, FindingEntry finding)
    {
        var criterion = new FoundCriterion(finding.Unit, finding.Set, finding.Criterion);
        if (KeepsFourEyesOn(finding.AssessedBy)
            && acts.OwnFindings(finding).Concat(_said.GetValueOrDefault(criterion) ?? []).Where(own => KeepsFourEyesOn(own) && own != finding.AssessedBy).ToList() is [var other, ..])
        {
            Refuse(line, AccessRefusals.FourEyes(finding.Unit, finding.Criterion, Assessors.Names.NameOf(other)));
        }

        if (!_said.TryGetValue(criterion, out var said))
            _said[criterion] = said = [];
        said.Add(finding.AssessedBy);
    }

    private void JudgeRetraction(int line, EntryRetracted retraction)
    {
        RequireInArea(line, retraction.Unit, "unit");
        if (find(retraction.Entry) is { } named)
        {
            RequireOwnCriteria(line, named);
            RequireAbove(line, named);
        }

        if (!office.Holds(AccessRight.Record))
            Refuse(line, AccessRefusals.MayNotRecord(Roles.Names.NameOf(office.Role), EntryTypes.Retracted, null));
        // What stands nowhere yet was said in this same batch.
        else if (acts.RecorderOf(retraction.Entry) is { } recorder)
            RequireRecorderOrAbove(line, retraction, recorder.Office);
    }

    private void RequireRecorderOrAbove(int line, EntryRetracted retraction, Office? recorder)
    {
        var isAudit = recorder?.Role == Role.Auditor || (find(retraction.Entry) is { } named && RecordingRights.AssessorOf(named) == Assessor.Audit);
        if (isAudit && office.Role != Role.Auditor)
        {
            Refuse(line, AccessRefusals.AuditFinding(retraction.Entry));
            return;
        }

        // Recorded while there were no accounts: the coordination office answers for it.
        var may = recorder is null ? isAudit || (office.Role == Role.CoordinationOffice && ReachesWhatIsNamed(retraction)) : office.IsSameAs(recorder) || IsAbove(recorder);
        if (!may)
            Refuse(line, AccessRefusals.NotRecorder(retraction.Entry));
    }

    // What the province found before there were accounts is no commune's to take back.
    private bool ReachesWhatIsNamed(EntryRetracted retraction) => office.Area is not { } area || find(retraction.Entry) is not { } named
        || RecordingRights.Of(named)?.AreaLevel is not { } level || Reaches(area, level);

    // The same office one level up, or the coordination office there; of an auditor, an auditor.
    private bool IsAbove(Office recorder) => (office.Role == recorder.Role || (office.Role == Role.CoordinationOffice && recorder.Role != Role.Auditor))
        && recorder.Area is { } below && below != office.Area && Area.Holds(after, office.Area, below, today);

    private void Refuse(int line, Refusal refusal) => _refusals.Add(new LineRefusal(line, refusal));
}
