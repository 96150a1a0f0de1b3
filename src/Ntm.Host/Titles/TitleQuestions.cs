using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.Titles;

namespace Ntm.Host.Titles;

/// <summary>What is asked of titles and dossiers, by a route, a page or a command: the same question gets the same answer.</summary>
public sealed class TitleQuestions(QuestionResolver resolver, LiveRecord live, Record record, CriteriaCatalog catalog)
{
    public Task<Resolved<TitlesAnswer>> TitlesAsync(string unit, QuestionText text, CancellationToken cancellation) =>
        resolver.AnswerAsync<TitlesAnswer>(
            text,
            asked => UnitId.TryParse(unit, out var id) && TitlesReading.Answer(live.Index, id, asked.On, asked.Sequence, catalog) is { } answer
                ? answer
                : QuestionRefusals.UnitUnknown(unit, asked.Sequence),
            cancellation);

    public Task<Resolved<DossierAnswer>> DossierAsync(string dossier, QuestionText text, CancellationToken cancellation) =>
        resolver.AnswerAsync<DossierAnswer>(
            text,
            asked => DossierReading.Answer(live.Index, dossier, asked.On, asked.Sequence, catalog) is { } answer
                ? answer
                : QuestionRefusals.DossierUnknown(dossier, asked.Sequence),
            cancellation);

    /// <param name="under">Null or empty: of the whole record.</param>
    public Task<Resolved<TitleWatch>> WatchAsync(string? under, QuestionText text, CancellationToken cancellation) => resolver.AnswerAsync(text, asked => WatchOf(under, asked), cancellation);

    private Resolved<TitleWatch> WatchOf(string? under, Moment asked)
    {
        if (string.IsNullOrWhiteSpace(under))
            return TitleWatchReading.Answer(live.Index, null, asked.On, asked.Sequence, catalog)!;
        return UnitId.TryParse(under.Trim(), out var id) && TitleWatchReading.Answer(live.Index, id, asked.On, asked.Sequence, catalog) is { } answer
            ? answer
            : QuestionRefusals.UnitUnknown(under, asked.Sequence);
    }

    /// <summary>What a step of a dossier prepared then would rest on, with the papers behind it.</summary>
    public async Task<Resolved<PreparedBasis>> BasisAsync(string dossier, string? step, QuestionText text, CancellationToken cancellation)
    {
        if (!StepKinds.Names.TryParse(step, out var kind) || !PreparedBasisReading.Resting.Contains(kind))
            return QuestionRefusals.StepInvalid(PreparedBasisReading.Resting.Select(StepKinds.Names.NameOf));
        var found = await resolver.AnswerAsync<PreparedBasis>(
            text,
            asked => PreparedBasisReading.Answer(live.Index, dossier, kind, asked.On, asked.Sequence, catalog) is { } basis
                ? basis
                : QuestionRefusals.DossierUnknown(dossier, asked.Sequence),
            cancellation);
        return found.Value is { } answer ? await WithEvidenceAsync(answer, cancellation) : found;
    }

    internal async Task<PreparedBasis> WithEvidenceAsync(PreparedBasis basis, CancellationToken cancellation)
    {
        var found = await record.FindAsync([.. basis.Findings.Select(finding => finding.Entry).OfType<Guid>()], cancellation);
        var evidence = found.Values.Select(recorded => recorded.Entry).OfType<FindingEntry>().SelectMany(finding => finding.Evidence ?? []);
        return basis with { Evidence = [.. evidence.Select(paper => paper.Sha256).Distinct().Order(StringComparer.Ordinal)] };
    }
}
