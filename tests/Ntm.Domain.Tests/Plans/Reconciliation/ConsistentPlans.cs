using FsCheck;
using FsCheck.Fluent;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

/// <summary>
/// Plans that agree with themselves. Communes are due to be recognised, recognised, pilots, or the rest; whoever gains a criterion is named
/// where that criterion is counted; numbers, sums, averages and bands follow from what each commune gains and has in the end.
/// </summary>
internal static partial class ConsistentPlans
{
    internal const int Criteria = 19;

    // Of these an average always comes to an end after the point.
    private static readonly int[] Sizes = [8, 10, 16, 20, 25];

    internal static Gen<PlanDraft> All =>
        from size in Gen.Elements(Sizes)
        from due in Gen.Choose(1, 2)
        from pilots in Gen.Choose(1, 2)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from year in Gen.Choose(2017, 2021)
        from recorded in Gen.Elements(true, false)
        select Write(new Facts(size, due, pilots, year, new Random(seed)), recorded);

    private static PlanDraft Write(Facts facts, bool recorded)
    {
        var names = facts.Communes.ToDictionary(commune => commune, commune => $"Xã {commune.Value[^2..]}");
        var frame = new PlanFrame(
            Facts.Scope, new DateOnly(facts.Year, 1, 10 + facts.Due.Count), new DateOnly(facts.Year, 1, 1), new DateOnly(facts.Year, 12, 31), Criteria,
            recorded ? facts.Communes : [], unit => names.GetValueOrDefault(unit));
        return new PlanDraft(frame, [.. Areas(facts), .. Targets(facts), .. Counts(facts), .. Levels(facts), .. Duties(facts), .. Papers(facts)]);
    }

    private static IEnumerable<PlanStatement> Areas(Facts facts)
    {
        yield return new ExtentStated { Id = "extent", Text = $"toàn bộ {facts.Size}/{facts.Size} xã", Place = "I.1", Unit = Facts.Scope, Communes = facts.Size };
        yield return new RecognitionsCounted
        {
            Id = "recognition", Text = "thêm xã được công nhận", Place = "I.1", Number = facts.Due.Count, Counts = CountKind.Additional, Communes = facts.Due,
            Deadline = new Deadline(new DateOnly(facts.Year, 12, 31), $"ngày 31/12/{facts.Year}"),
        };
        foreach (var (cohort, name, members) in facts.Cohorts)
        {
            yield return new CohortMentioned { Id = $"{cohort}-1", Text = $"{name} (I.1)", Place = "I.1", Cohort = cohort, Name = name, Members = members, Count = members.Count };
            yield return new CohortMentioned { Id = $"{cohort}-2", Text = $"{name} (II.1)", Place = "II.1", Cohort = cohort, Name = name, Members = members };
        }

        yield return new CohortMentioned
        {
            Id = "rest-1", Text = "các xã còn lại", Place = "I.1", Cohort = "rest", Name = "các xã còn lại", AllBut = ["due", "recognised", "pilot"],
        };
    }

    private static IEnumerable<PlanStatement> Targets(Facts facts)
    {
        foreach (var commune in facts.Due.Concat(facts.Pilots))
        {
            yield return new TargetsNamed
            {
                Id = $"{commune.Value}-attain", Text = $"{commune} đạt các tiêu chí", Place = "I.2", Communes = [commune], Criteria = [.. facts.Gained[commune]],
                Kind = TargetKind.Attain, Deadline = new Deadline(new DateOnly(facts.Year, 11, 30), $"chậm nhất 30/11/{facts.Year}"),
            };
        }

        foreach (var commune in facts.Due.Append(facts.Recognised))
        {
            yield return new TargetsNamed
            {
                Id = $"{commune.Value}-keep", Text = $"{commune} duy trì các tiêu chí", Place = "I.2", Communes = [commune], Criteria = [.. facts.Kept(commune)],
                Kind = TargetKind.Maintain,
            };
        }
    }

    private static IEnumerable<PlanStatement> Counts(Facts facts)
    {
        for (var criterion = 1; criterion <= Criteria; criterion++)
        {
            IReadOnlyList<UnitId> gaining = [.. facts.Communes.Where(commune => facts.Gained[commune].Contains(criterion))];
            if (gaining.Count > 0)
                yield return Count(criterion, $"c{criterion}", CountKind.Additional, gaining);
        }

        yield return Count(Facts.KeptByAll, "kept", CountKind.Maintained, [.. facts.Due, facts.Recognised]) with { AttainedIn = facts.Year - 1 };
    }

    internal static CommunesCounted Count(int criterion, string id, CountKind kind, IReadOnlyList<UnitId> communes) => new()
    {
        Id = id, Text = $"tiêu chí {criterion}: {communes.Count} xã ({kind})", Place = $"II.2, tiêu chí {criterion}", Criterion = criterion,
        Number = communes.Count, Counts = kind, Communes = communes,
    };
}
