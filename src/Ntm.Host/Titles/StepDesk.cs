using System.Globalization;
using Ntm.Domain.Access;
using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Dossiers.Rules;
using Ntm.Domain.Recognition;
using Ntm.Domain.Recording;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.EventStore.Append;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.Titles;

namespace Ntm.Host.Titles;

/// <summary>What is laid on the desk for a step to be written: the dossier, what can come next, and what the chosen step would rest on.</summary>
public sealed record StepDraft
{
    public required UnitId Unit { get; init; }

    public string? UnitName { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>The last entry known.</summary>
    public required long KnownAt { get; init; }

    /// <summary>Null until a dossier is named.</summary>
    public DossierName? Name { get; init; }

    /// <summary>Some step of it is known.</summary>
    public bool HasBegun { get; init; }

    public IReadOnlyList<OpenStepRow> Next { get; init; } = [];

    /// <summary>Null until a step is chosen.</summary>
    public StepShape? Shape { get; init; }

    public OpenStepRow? Open { get; init; }

    public PreparedBasis? Basis { get; init; }

    /// <summary>The debt declared last; null where none was.</summary>
    public DebtRow? Debt { get; init; }

    /// <summary>The last survey; null where there was none.</summary>
    public SurveyRow? Survey { get; init; }

    /// <summary>The decision that gave the title; null where there is none.</summary>
    public Guid? Recognition { get; init; }

    /// <summary>Why the office of whoever asks may not record this step.</summary>
    public IReadOnlyList<Refusal> Withheld { get; init; } = [];
}

/// <summary>Where the next step of a dossier is prepared, or a fact about it recorded. It records the way everybody does.</summary>
public sealed class StepDesk(TitleQuestions questions, LiveRecord live, Recorder recorder, CriteriaCatalog catalog, QuestionResolver resolver)
{
    /// <summary>Lays out a step.</summary>
    /// <param name="knownAt">What the step rests on is as of then; null for all that is known.</param>
    public async Task<Resolved<StepDraft>> LayOutAsync(string unit, StepForm form, Office? office, string? knownAt, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveMomentAsync(form.On, knownAt, null, cancellation);
        if (resolved.Value is not { } asked)
            return resolved.Refusal!;
        var register = live.Index.Register;
        if (!UnitId.TryParse(unit, out var id) || register.Find(id) is not { } history || !history.IsKnownAt(asked.Sequence))
            return QuestionRefusals.UnitUnknown(unit, asked.Sequence);
        var draft = new StepDraft { Unit = id, UnitName = history.NameOn(asked.On, asked.Sequence), On = asked.On, KnownAt = asked.Sequence };
        if (NameOf(id, form, register) is not { } name)
            return draft;
        draft = draft with { Name = name, HasBegun = register.DossierUnits.ContainsKey(name.Dossier), Next = OpenStepReading.Next(live.Index, name, asked.On, asked.Sequence, catalog) };
        if (!StepKinds.Names.TryParse(form.Step, out var kind))
            return draft;
        return draft with
        {
            Shape = StepShape.Of(kind),
            Debt = OpenStepReading.DebtOn(live.Index, id, asked.On, asked.Sequence),
            Survey = OpenStepReading.SurveyBy(live.Index, id, asked.On, asked.Sequence),
            Recognition = DossierState.Fold(register.DossiersOf(id).Of(name.Dossier), asked.On, asked.Sequence).Recognition?.Entry,
            Open = OpenStepReading.Look(live.Index, name, kind, asked.On, asked.Sequence, catalog),
            Basis = PreparedBasisReading.Resting.Contains(kind)
                ? await questions.WithEvidenceAsync(PreparedBasisReading.Of(live.Index, name, kind, asked.On, asked.Sequence, catalog), cancellation)
                : null,
            Withheld = office is null ? [] : WithheldFrom(office, StepDrafts.Of(kind, name, asked.On, null), register),
        };
    }

    /// <summary>Records it; sent again with the same id it changes nothing.</summary>
    /// <returns>What speaks against it; empty where it stands.</returns>
    public async Task<IReadOnlyList<Refusal>> RecordAsync(StepDraft draft, StepForm form, Act act, CancellationToken cancellation)
    {
        using var line = new MemoryStream(StepLine.Write(form, draft.Shape!, draft.Name!, form.NamesADocument ? null : draft.Basis));
        var batch = await BatchReader.ReadObjectAsync(line, cancellation);
        if (batch.Refusals.Count > 0)
            return [.. batch.Refusals.Select(refusal => refusal.Refusal)];
        return await recorder.RecordAsync(batch.Lines, act, new Dictionary<string, long>(), cancellation) switch
        {
            RecordingResult.Recorded => [],
            RecordingResult.Refused refused => [.. refused.Refusals.Select(refusal => refusal.Refusal)],
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }

    private IReadOnlyList<Refusal> WithheldFrom(Office office, DossierStep step, Register register) =>
    [
        .. new AccessJudge(office, register, register, resolver.Today, _ => null, RecordedActs.None)
            .Judge([new NewEntry(1, Guid.Empty, step, "", null)]).Select(refusal => refusal.Refusal),
    ];

    // A dossier that has begun says itself what it is for; one that has not is named by what it shall be for.
    private static DossierName? NameOf(UnitId unit, StepForm form, Register register)
    {
        if (Given(form.Dossier) is { } dossier && register.DossiersOf(unit).Of(dossier).FirstOrDefault(step => step.StandsAt(register.Sequence)) is { } begun)
            return DossierName.Of(begun.Value);
        if (!TitleLevels.Names.TryParse(Given(form.Title), out var title)
            || !int.TryParse(form.Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9999)
            return null;
        return new DossierName(unit, Given(form.Dossier) ?? FreeSlug(unit, title, year, register), title, year);
    }

    // Each attempt has a dossier of its own: what has ended is not taken up again.
    private static string FreeSlug(UnitId unit, TitleLevel title, int year, Register register)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"{unit}.{TitleLevels.Names.NameOf(title)}-{year}");
        for (var attempt = 1; ; attempt++)
        {
            var slug = attempt == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first}-{attempt}");
            if (!register.DossierUnits.TryGetValue(slug, out var holder)
                || (holder == unit && !DossierState.Fold(register.DossiersOf(unit).Of(slug), DateOnly.MaxValue, register.Sequence).Stage.IsClosed()))
                return slug;
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
