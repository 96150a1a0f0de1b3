using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Time;
using Ntm.EventStore;
using Ntm.Host.Recording;

namespace Ntm.Host.Questions;

/// <summary>
/// Gives a question its two clock readings, its set and its assessors. The only place where defaults are filled in:
/// today in Vietnam, the last visible sequence, the set in force on the day, the official assessors, the map of the day itself.
/// </summary>
public sealed partial class QuestionResolver(Record record, LiveRecord live, CriteriaCatalog catalog, TimeProvider time)
{
    public DateOnly Today => VietnamCalendar.DayOf(time.GetUtcNow());

    public async Task<Resolved<Question>> ResolveAsync(QuestionText text, CancellationToken cancellation)
    {
        var on = Day(text.On, "on", Today);
        if (on.Value is null)
            return on.Refusal!;
        var boundary = Day(text.Boundary, "boundary", on.Value.Date);
        if (boundary.Value is null)
            return boundary.Refusal!;
        if (!AssessorSet.TryParse(Given(text.AssessedBy) ?? "official", out var assessors))
            return QuestionRefusals.AssessedBy();
        var set = SetFor(text.Set, on.Value.Date);
        if (set.Value is null)
            return set.Refusal!;

        var sequence = await ResolveSequenceAsync(text.KnownAt, text.MinSequence, cancellation);
        return sequence.Value is { } known ? new Question(on.Value.Date, known.Sequence, set.Value, assessors, boundary.Value.Date) : sequence.Refusal!;
    }

    /// <summary>A day and a sequence, for questions no criteria set takes part in.</summary>
    public async Task<Resolved<Moment>> ResolveMomentAsync(string? on, string? knownAt, string? minSequence, CancellationToken cancellation)
    {
        var day = Day(on, "on", Today);
        if (day.Value is null)
            return day.Refusal!;
        var sequence = await ResolveSequenceAsync(knownAt, minSequence, cancellation);
        return sequence.Value is { } known ? new Moment(day.Value.Date, known.Sequence) : sequence.Refusal!;
    }

    /// <summary>Answers a question no criteria set takes part in, once its day and its sequence are known.</summary>
    public async Task<Resolved<T>> AnswerAsync<T>(QuestionText text, Func<Moment, Resolved<T>> answer, CancellationToken cancellation) where T : class
    {
        var moment = await ResolveMomentAsync(text.On, text.KnownAt, text.MinSequence, cancellation);
        return moment.Value is { } asked ? answer(asked) : moment.Refusal!;
    }

    /// <summary>A day, a sequence and assessors, for questions that bring their own criteria.</summary>
    public async Task<Resolved<AssessedMoment>> ResolveAssessedMomentAsync(QuestionText text, CancellationToken cancellation)
    {
        if (!AssessorSet.TryParse(Given(text.AssessedBy) ?? "official", out var assessors))
            return QuestionRefusals.AssessedBy();
        var moment = await ResolveMomentAsync(text.On, text.KnownAt, text.MinSequence, cancellation);
        return moment.Value is { } asked ? new AssessedMoment(asked.On, asked.Sequence, assessors) : moment.Refusal!;
    }

    /// <summary>A sequence, and a set where one is named, for questions about all days at once.</summary>
    public async Task<Resolved<Knowledge>> ResolveKnowledgeAsync(QuestionText text, CancellationToken cancellation)
    {
        if (!AssessorSet.TryParse(Given(text.AssessedBy) ?? "official", out var assessors))
            return QuestionRefusals.AssessedBy();
        Resolved<CriteriaSet>? set = Given(text.Set) is null ? null : SetFor(text.Set, Today);
        if (set?.Refusal is { } refusal)
            return refusal;
        var sequence = await ResolveSequenceAsync(text.KnownAt, text.MinSequence, cancellation);
        return sequence.Value is { } known ? new Knowledge(known.Sequence, set?.Value, assessors) : sequence.Refusal!;
    }

    /// <summary>The second point of a difference; what it does not say is as at the first.</summary>
    public async Task<Resolved<Moment>> ResolveAgainstAsync(Question first, string? on, string? knownAt, CancellationToken cancellation)
    {
        var day = Day(on, "againstOn", first.On);
        if (day.Value is null)
            return day.Refusal!;
        if (Given(knownAt) is null)
            return new Moment(day.Value.Date, first.Sequence);
        var sequence = await ResolveSequenceAsync(knownAt, null, cancellation, "againstKnownAt");
        return sequence.Value is { } known ? new Moment(day.Value.Date, known.Sequence) : sequence.Refusal!;
    }

    /// <summary>A criterion of the set asked for; without a set, a criterion of any.</summary>
    public Resolved<AskedCriterion> ResolveCriterion(string? text, CriteriaSet? set)
    {
        if (Given(text) is not { } given)
            return new AskedCriterion(null);
        if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return QuestionRefusals.NotANumber("criterion");
        var most = set?.Criteria.Count ?? catalog.Sets.Max(known => known.Criteria.Count);
        return number >= 1 && number <= most ? new AskedCriterion(number) : QuestionRefusals.CriterionUnknown(number, most);
    }

    /// <param name="Number">Null: not asked for.</param>
    public sealed record AskedCriterion(int? Number);

    private sealed record CalendarDay(DateOnly Date);

    private Resolved<CriteriaSet> SetFor(string? asked, DateOnly on)
    {
        if (Given(asked) is { } name)
            return catalog.Find(new SetId(name)) is { } known ? known : QuestionRefusals.SetUnknown(name, catalog);
        return catalog.InForceOn(on) is { } inForce ? inForce : QuestionRefusals.NoSetInForce(on, catalog);
    }

    private static Resolved<CalendarDay> Day(string? text, string parameter, DateOnly otherwise)
    {
        if (Given(text) is not { } given)
            return new CalendarDay(otherwise);
        return VietnamCalendar.TryParseDay(given, out var day) ? new CalendarDay(day) : QuestionRefusals.Day(parameter);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
