using Ntm.Domain.Plans.Content;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

/// <summary>For each rule one change that makes a consistent plan contradict itself in that way, and in no other.</summary>
internal static class Contradictions
{
    internal static IReadOnlyDictionary<string, Func<PlanDraft, PlanDraft>> ByRule { get; } = new Dictionary<string, Func<PlanDraft, PlanDraft>>
    {
        ["target_uncounted"] = plan => plan.Change(Renamed(plan.The<CommunesCounted>("c18"), names => names.Skip(1))),
        ["target_unlisted"] = plan => plan.Change(Listed(plan, TargetKind.Attain) is var list ? list with { Criteria = [.. list.Criteria.Skip(1)] } : list),
        ["count_differs_from_names"] = plan => plan.Change(plan.The<CommunesCounted>("c1") with { Number = 1 }),
        ["count_without_names"] = plan => plan.With(ConsistentPlans.Count(15, "uncertain", CountKind.Maintained, [PlanDraft.Commune(1)]) with { Communes = null }),
        ["names_without_count"] = plan => plan.Change(plan.The<CommunesCounted>("c1") with { Number = null }),
        ["count_kind_unclear"] = plan => plan.Change(plan.The<CommunesCounted>("c18") with { Counts = CountKind.Undetermined }),
        ["counts_not_comparable"] = plan => plan.With(ConsistentPlans.Count(18, "in-all", CountKind.Cumulative, []) with
        {
            Number = plan.The<ExtentStated>("extent").Communes, Communes = null, All = true,
        }),
        ["total_differs"] = plan => plan.Change(Table(plan), "models", row => row with { Total = row.Total + 5 }),
        ["bands_differ_from_communes"] = plan => plan.Change(Table(plan), "band-15", row => Raised(row, 1)),
        ["bands_overlap"] = plan => plan.Change(plan.The<NumbersTabled>("incomes"), "income-19", row => row with { Band = row.Band! with { To = 25 } }),
        ["bands_gap"] = plan => plan.Change(plan.The<NumbersTabled>("incomes"), "income-19", row => row with { Band = row.Band! with { To = 22 } }),
        ["extent_differs"] = plan => plan.With(plan.The<ExtentStated>("extent") is var extent ? extent with { Id = "extent-2", Text = "các xã", Communes = extent.Communes + 1 } : extent),
        ["not_whole"] = plan => plan.Change(plan.The<AverageStated>("average") is var average ? average with { Reaches = average.Reaches + 0.01m } : average),
        ["average_outside_bands"] = plan => plan.Change(plan.The<AverageStated>("average") with { Reaches = ConsistentPlans.Criteria }),
        // Between the parts but not their mean, where the highest is far enough from it; else above all of them.
        ["average_outside_parts"] = plan => plan.Change(Table(plan), "levels", row => row with { Total = row.Values.Max() is var highest && highest - row.Total > 1.1m ? highest : highest + 1 }),
        ["average_differs_from_targets"] = plan => plan.Change(plan.The<AverageStated>("average") with { Increase = plan.Frame.Communes.Count > 0 ? 0 : 19 }),
        ["minimum_increase_missed"] = plan => plan.With(
            new CohortMentioned { Id = "one", Text = "một xã", Place = "I.3", Cohort = "one", Name = "một xã", Members = [Pilot(plan)] },
            new MinimumIncrease { Id = "one-increase", Text = "một xã tăng từ 9", Place = "I.3", Cohort = "one", AtLeast = 9 }),
        ["increase_below_floor"] = plan => plan.With(new IncreaseFromBelow { Id = "below", Text = "xã dưới 8 tăng từ 1", Place = "II.1", Below = 8, AtLeast = 1 }),
        ["floor_missed"] = plan => plan.Change(plan.The<FloorStated>("floor") with { AtLeast = 9 }),
        ["part_below_minimum"] = plan => plan.Change(Table(plan), "models", row => Raised(row, -row.Values[0])),
        ["maintain_unattained"] = plan => plan.With(ConsistentPlans.Count(18, "kept-18", CountKind.Maintained, [.. Keeping(plan, 18), Pilot(plan)])),
        ["recognition_uncovered"] = plan => plan.Change(
            Listed(plan, TargetKind.Maintain) is var list ? list with { Criteria = [.. list.Criteria.Where(criterion => criterion != 19)] } : list),
        ["target_unnumbered"] = plan => plan.Change(Listed(plan, TargetKind.Attain) with { Unnumbered = "cải thiện môi trường" }),
        ["cohort_undefined"] = plan => plan.With(
            new CohortMentioned { Id = "some", Text = "các xã khó khăn", Place = "II.4", Cohort = "some", Name = "các xã khó khăn" },
            new DutyStated { Id = "some-duty", Text = "các xã khó khăn làm đường", Place = "II.4", Duty = "some-roads", Cohorts = ["some"], Each = 1 }),
        ["cohort_differs"] = plan => plan.Change(plan.The<CohortMentioned>("watched-2") is var mention ? mention with { Members = [mention.Members![0], PlanDraft.Commune(1)] } : mention),
        ["duty_differs"] = plan => plan.Change(plan.The<DutyStated>("duty-2") with { Cohorts = ["pilot"] }),
        ["objective_unmeasured"] = plan => plan.Change(plan.The<ObjectiveStated>("objective") with { MeasuredBy = [] }),
        ["year_wrong"] = plan => plan.Frame.Communes.Count > 0
            ? plan.Change(plan.The<RemarkStated>("remark") with { Year = plan.Frame.From.Year - 1 })
            : plan.Change(plan.The<CommunesCounted>("kept") with { AttainedIn = plan.Frame.From.Year }),
        ["deadline_impossible"] = plan => plan.Change(Listed(plan, TargetKind.Attain) is var list
            ? list with { Deadline = plan.Frame.Communes.Count > 0 ? list.Deadline! with { Text = $"chậm nhất 31/11/{plan.Frame.From.Year}" } : new Deadline(plan.Frame.To.AddDays(1), "hết năm") }
            : list),
        ["deadline_past"] = plan => plan.Frame.Communes.Count > 0
            ? plan.Change(Listed(plan, TargetKind.Attain) with { Deadline = new Deadline(plan.Frame.From, "đầu năm") })
            : plan.Change(plan.The<TaskAssigned>("task-1") with { Time = $"Tháng 12/{plan.Frame.From.Year - 1}" }),
        ["cadence_differs"] = plan => plan.Change(plan.The<TaskAssigned>("task-2") with { Time = "Tháng 6, 12" }),
        ["task_incomplete"] = plan => plan.Change(plan.The<TaskAssigned>("task-6") with { Time = null }),
        ["unit_unclear"] = plan => plan.Change(plan.The<IndicatorStated>("trained") with { Of = null }),
        ["unit_contradicted"] = plan => plan.Change(Table(plan) with { UnitOfMeasure = "xã" }),
        ["attachment_missing"] = plan => plan.Without(plan.The<AttachmentMentioned>("form-1-heading")),
        ["attachment_uncited"] = plan => plan.Without(plan.The<AttachmentMentioned>("cites-form-2")),
        ["document_number_damaged"] = plan => plan.Change(plan.The<DocumentCited>("cites-2") is var cited ? cited with { Number = $"Đ\"> {cited.Number}" } : cited),
        ["citation_differs"] = plan => plan.Change(plan.The<DocumentCited>("cites-2") is var cited ? cited with { Date = cited.Date!.Value.AddDays(1) } : cited),
        ["section_numbering"] = plan => plan.Without(plan.The<SectionHeaded>("part-III")),
        ["heading_misprinted"] = plan => plan.Change(Table(plan) is var table
            ? table with { Parts = [table.Parts[0] with { Text = table.Parts[0].Text.Replace("xã", "xà", StringComparison.Ordinal) }, .. table.Parts.Skip(1)] }
            : table),
    };

    private static NumbersTabled Table(PlanDraft plan) => plan.The<NumbersTabled>("table");

    private static UnitId Pilot(PlanDraft plan) => plan.The<CohortMentioned>("pilot-1").Members![0];

    /// <summary>The list of the first commune that is due.</summary>
    private static TargetsNamed Listed(PlanDraft plan, TargetKind kind) =>
        plan.All<TargetsNamed>().First(list => list.Kind == kind && list.Communes[0] == PlanDraft.Commune(1));

    private static IEnumerable<UnitId> Keeping(PlanDraft plan, int criterion) =>
        plan.All<TargetsNamed>().Where(list => list.Kind == TargetKind.Maintain && list.Criteria.Contains(criterion)).Select(list => list.Communes[0]);

    private static CommunesCounted Renamed(CommunesCounted count, Func<IEnumerable<UnitId>, IEnumerable<UnitId>> change)
    {
        IReadOnlyList<UnitId> names = [.. change(count.Communes!)];
        return count with { Communes = names, Number = names.Count };
    }

    // The row stays a row whose columns add up to its total.
    private static TableRow Raised(TableRow row, decimal by) => row with { Values = [row.Values[0] + by, .. row.Values.Skip(1)], Total = row.Total + by };
}
