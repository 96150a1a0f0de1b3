using Ntm.Domain.Criteria;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.Inspections;

namespace Ntm.Host.Inspections;

/// <summary>Reads questions about inspections alike, whoever asks: a program, a page, the command line.</summary>
internal sealed class InspectionQuestions(QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog)
{
    internal async Task<Resolved<InspectionListAnswer>> AnswerUnderAsync(
        string? under, string? state, string? on, string? knownAt, string? minSequence, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(under))
            return QuestionRefusals.UnderMissing();
        var only = string.IsNullOrWhiteSpace(state) ? null : state.Trim();
        if (only is not null && !InspectionsReading.States.Contains(only))
            return QuestionRefusals.StateInvalid(InspectionsReading.States);
        var moment = await resolver.ResolveMomentAsync(on, knownAt, minSequence, cancellation);
        if (moment.Value is not { } asked)
            return moment.Refusal!;
        return UnitId.TryParse(under, out var id) && InspectionsReading.AnswerUnder(live.Index, id, only, asked.On, asked.Sequence, catalog) is { } answer
            ? answer
            : QuestionRefusals.UnitUnknown(under, asked.Sequence);
    }
}
