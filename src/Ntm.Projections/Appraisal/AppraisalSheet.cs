using System.Text.Json.Serialization;
using Ntm.Projections.Titles;

namespace Ntm.Projections.Appraisal;

/// <summary>Phiếu thẩm định: one unit on a day, criterion by criterion, as known at a sequence (docs/reference/http.md).</summary>
/// <param name="Name">It, level, code and parents are those of the day of the map; of a unit ended by then, of its last day.</param>
/// <param name="Parents">Upwards.</param>
/// <param name="Plans">Those whose period the day lies in, of the unit or of a unit above it on the plan's own day.</param>
/// <param name="Standing">Of its titles: <c>held</c>, <c>undetermined</c> or <c>none</c>.</param>
/// <param name="Inspections">Every inspection of the unit held by the day, by day and then in record order.</param>
public sealed record AppraisalSheet(
    string Unit, string? Name, string? Level, string? Code, IReadOnlyList<UnitAbove> Parents, bool Exists, DateOnly? EndedOn,
    IReadOnlyList<string>? Successors, DateOnly On, KnownAt KnownAt, string Set, string SetVersion, IReadOnlyList<string> AssessedBy, DateOnly Boundary,
    int Attained, int Fulfilled, IReadOnlyList<CoveringPlan> Plans, string Standing, TitleMerger? Merger, IReadOnlyList<TitleRow> Titles,
    IReadOnlyList<AppraisedDossier> Dossiers, IReadOnlyList<InspectionMade> Inspections, IReadOnlyList<AppraisedCriterion> Criteria);

public sealed record UnitAbove(string Unit, string? Name, string? Level);

/// <param name="Scope">The unit the plan is of.</param>
public sealed record CoveringPlan(string Plan, string Title, string Scope, DateOnly From, DateOnly To, DocumentCited? Document);

/// <param name="Steps">By day and then in record order, those of days up to the one asked.</param>
public sealed record AppraisedDossier(string Dossier, string Title, int Year, string Stage, int Returns, IReadOnlyList<AppraisedStep> Steps);

/// <param name="Irregularities">Everything that speaks against the step, by what is known.</param>
public sealed record AppraisedStep(
    Guid Entry, string Step, DateOnly EffectiveOn, long Sequence, string RecordedAt, DocumentCited? Document, bool IsAnnulled,
    IReadOnlyList<IrregularityRow> Irregularities);

/// <param name="Criteria">Those of the set it says anything of; of the others it does not tell whether they were looked at.</param>
public sealed record InspectionMade(Guid Entry, DateOnly HeldOn, string Team, DocumentCited? Document, IReadOnlyList<int> Criteria);

/// <param name="Status">As in a status.</param>
/// <param name="AttainedSince">The first day of the unbroken time it has been attained for; null where it is not attained on the day.</param>
/// <param name="FirstAttainedOn">The first day it was ever attained, also where it was lost since.</param>
/// <param name="Periods">The findings that decided one after the other, those of days up to the one asked; the last is the one that decides on it.</param>
/// <param name="InspectedBefore">An inspection of the day of the deciding finding or before says something of it; null where nothing decides.</param>
/// <param name="Looks">What inspections say of it.</param>
/// <param name="Against">The last word of inspection and of audit, where that is neither attained nor not applicable.</param>
/// <param name="Words">The last word of everyone who said something, the commune too, whoever is asked for.</param>
/// <param name="Disagree">These are not of one status.</param>
/// <param name="Struck">Findings on it that were retracted or corrected, in record order.</param>
/// <param name="Irregularities">Rules a step broke, or is not shown to have kept, because of this criterion.</param>
public sealed record AppraisedCriterion(
    int Criterion, string Status, DateOnly? AttainedSince, DateOnly? FirstAttainedOn, Guid? FirstAttainedBy, IReadOnlyList<AppraisedPeriod> Periods,
    bool? InspectedBefore, IReadOnlyList<InspectionLook> Looks, IReadOnlyList<ContraryFinding> Against, IReadOnlyList<AssessorWord> Words, bool Disagree,
    IReadOnlyList<AppraisedTarget> Targets, IReadOnlyList<StruckFinding> Struck, IReadOnlyList<CriterionIrregularity> Irregularities)
{
    /// <summary>The period that holds on the day.</summary>
    [JsonIgnore]
    public AppraisedPeriod? Present => Periods is [.., var last] ? last : null;

    /// <summary>How often it was attained and then found otherwise.</summary>
    [JsonIgnore]
    public int TimesLost => Periods.Zip(Periods.Skip(1)).Count(pair => pair.First.Status == "attained" && pair.Second.Status != "attained");
}

/// <param name="Finding">The one that opens it.</param>
public sealed record AppraisedPeriod(DateOnly From, DateOnly? To, string Status, string AssessedBy, Guid? ClosedBy, AppraisedFinding Finding);

/// <summary>A finding with the paper and the office behind it.</summary>
/// <param name="RecordedAs">Null where no office was held.</param>
/// <param name="LagDays">Days from the one it takes effect on to the Vietnamese day it was recorded on.</param>
/// <param name="Corrects">The entry it was recorded in the place of.</param>
/// <param name="Evidence">As the entry names it; whether the file was handed in is no part of the record.</param>
public sealed record AppraisedFinding(
    Guid Entry, long Sequence, string RecordedAt, OfficeShown? RecordedAs, int LagDays, DocumentCited? Document, string? Note, Guid? Corrects,
    IReadOnlyList<EvidenceShown> Evidence);

public sealed record OfficeShown(string Role, string? Area, string? Office, IReadOnlyList<int> Criteria);

public sealed record EvidenceShown(string Sha256, string Name, string MediaType, long Size);

/// <param name="IsBefore">On the day of the deciding finding or before.</param>
public sealed record InspectionLook(
    Guid Entry, DateOnly HeldOn, string Team, string Conclusion, string? Remark, DateOnly? RemedyBy, DateOnly? RemediedOn, Guid? RemediedBy, bool IsBefore);

/// <param name="AnsweredBy">A later finding, by anyone official, that it is attained or not applicable; null while it stands unanswered.</param>
public sealed record ContraryFinding(string AssessedBy, string Status, DateOnly Since, Guid Entry, Guid? AnsweredBy);

public sealed record AssessorWord(string AssessedBy, string Status, DateOnly Since, Guid Entry);

/// <param name="Target">The entry that assigned it.</param>
public sealed record AppraisedTarget(
    Guid Target, string Plan, DocumentCited? Document, string Kind, DateOnly Due, string? Source, string State, DateOnly? Since, Guid? By);

/// <param name="StruckBy">The retraction.</param>
/// <param name="ReplacedBy">Of a correction: the entry that stands instead.</param>
public sealed record StruckFinding(
    Guid Entry, string Status, DateOnly EffectiveOn, string AssessedBy, string RecordedAt, Guid StruckBy, string StruckAt, string? Reason, Guid? ReplacedBy);

/// <param name="Kind"><c>broken</c> or <c>not_shown</c>.</param>
/// <param name="Step">The entry of the step.</param>
public sealed record CriterionIrregularity(string Code, string Kind, Guid Step);
