using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;
using Ntm.Domain.Tests.Recording;
using Ntm.Testing;
using static Ntm.Testing.Said;

namespace Ntm.Domain.Tests.Dossiers;

/// <summary>A dossier of Văn An that takes one step a week, and what is known of the commune beside it.</summary>
internal sealed record DossierDraft(ImmutableArray<DossierStep> Steps, ImmutableArray<Entry> Known)
{
    private static readonly CriteriaCatalog Catalog = CriteriaCatalog.Shipped();

    /// <summary>From a registration in December 2017 to the announcement.</summary>
    public static DossierDraft Under2540 { get; } = Of(DossierSteps.LawfulUnder2540, Day(2017, 12, 4), 2018, Set2016);

    public static DossierDraft Under18 { get; } = Of(DossierSteps.LawfulUnder18, Day(2022, 8, 8), 2022, Set2021);

    public DossierStep this[StepKind kind] => Steps.First(step => StepKinds.Of(step) == kind);

    /// <summary>The dossier as far as, and without, a step.</summary>
    public DossierDraft Before(StepKind kind) => this with { Steps = [.. Steps.TakeWhile(step => StepKinds.Of(step) != kind)] };

    public DossierDraft Without(StepKind kind) => this with { Steps = [.. Steps.Where(step => StepKinds.Of(step) != kind)] };

    public DossierDraft Knowing(params Entry[] entries) => this with { Known = [.. Known, .. entries] };

    public DossierDraft KnowingOnly(Func<Entry, bool> which) => this with { Known = [.. Known.Where(which)] };

    public DossierDraft And(params DossierStep[] steps) => this with { Steps = [.. Steps, .. steps] };

    /// <summary>What it says recorded, every step as a fact.</summary>
    public Spec Recorded() => Spec.Given([.. Country, .. Known.Select((entry, place) => Line(entry).As(Id(100 + place)))])
        .And([.. Steps.Select((step, place) => Line(step.Issued()).As(Id(500 + place)))]);

    /// <summary>The same, and a further step prepared in the system.</summary>
    public Outcome Prepare(DossierStep step) => Recorded().When(Line(step));

    private static DossierDraft Of(IReadOnlyList<StepKind> kinds, DateOnly first, int year, SetId set) => new(
        [.. kinds.Select((kind, place) => DossierSteps.Step(kind, first.AddDays(place == 1 ? 3 : place * 21), year))],
        [.. DossierSteps.Conditions(first.AddDays(1), Catalog.Find(set)!)]);
}
