using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.EventStore.Evidence;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Units;
using Ntm.Projections.EntryHistory;
using Ntm.Projections.FindingPeriods;
using Ntm.Projections.Index;
using Ntm.Projections.StatusDifference;

namespace Ntm.Host.Pages;

/// <summary>Reads the page of one unit: the same questions as everyone's, and a day and a set chosen where none is given.</summary>
internal sealed class UnitPageReading(QuestionResolver resolver, LiveRecord live, Histories histories, EvidenceStore evidence, CriteriaCatalog catalog, Wording say)
{
    internal async Task<UnitView> ReadAsync(UnitQuestion question, CancellationToken cancellation)
    {
        var head = await live.CatchUpToHeadAsync(cancellation);
        var (day, set, notices) = ChosenDay.Of(question.Unit, question.On, question.Set, resolver.Today, live.Index, head, catalog);
        var view = new UnitView
        {
            Question = question, On = day, Set = set, Title = question.Unit, Head = head, Notices = notices,
            Sets = [.. catalog.Sets.Select(known => new Choice(known.Id.Value, $"{known.Decision.Number} · {known.Title.Vietnamese}"))],
        };
        var resolved = await resolver.ResolveAsync(new QuestionText(day, question.KnownAt, set, question.AssessedBy), cancellation);
        if (resolved.Value is not { } asked)
            return Refused(view, resolved.Refusal!);
        var second = await resolver.ResolveAgainstAsync(asked, question.AgainstOn, question.AgainstKnownAt, cancellation);
        if (second.Value is not { } against)
            return Refused(view, second.Refusal!);
        if (!UnitId.TryParse(question.Unit, out var id)
            || PeriodsReading.Answer(live.Index, id, asked.Sequence, catalog.Sets, asked.Set, asked.Assessors) is not { } periods
            || await histories.AnswerAsync(id, asked.Sequence, new HistoryFilter(null, null), cancellation) is not { } history)
        {
            return Refused(view, QuestionRefusals.UnitUnknown(question.Unit, asked.Sequence));
        }

        DifferenceAnswer? difference = null;
        var comparing = against != new Moment(asked.On, asked.Sequence);
        if (comparing)
        {
            difference = DifferenceReading.Answer(
                live.Index, id, new(asked.On, asked.Sequence), new(against.On, against.Sequence), asked.Set, asked.Assessors);
            if (difference is null)
                return Refused(view, QuestionRefusals.UnitUnknown(question.Unit, against.Sequence));
        }

        var cited = history.Entries.Concat(history.Elsewhere).SelectMany(entry => EvidenceMentions.Of(entry.Recorded.Entry)).Select(file => file.Sha256).ToHashSet();
        return Linked(view with
        {
            Title = TitleOf(id, asked), Periods = periods, History = history, Difference = difference,
            NameOf = unit => UnitNames.Of(live.Index.Register, unit, asked.Sequence),
            Lanes = new LanesReading(live.Index, id, asked, periods, catalog, say).Read((on, known, other) => Address(question, asked, on, known, other)),
            StoredEvidence = await evidence.StoredAmongAsync(cited, cancellation),
            HasSynthetic = history.Entries.Any(entry => entry.Recorded.Entry.Note?.StartsWith(Finding.SyntheticNote, StringComparison.Ordinal) == true),
        }, asked, comparing ? against : null);
    }

    private static UnitView Refused(UnitView view, QuestionRefusal refusal) =>
        view with { Refusal = refusal.Refusal, HttpStatus = refusal.Status };

    private string TitleOf(UnitId id, Question asked)
    {
        var unit = live.Index.Register.Find(id)!;
        var level = unit.LevelOn(DateOnly.MaxValue, asked.Sequence);
        var name = unit.NameOn(asked.On, asked.Sequence) ?? unit.NameOn(DateOnly.MaxValue, asked.Sequence) ?? id.Value;
        return level is { } known ? $"{Words.LevelBeforeName(known)} {name}" : name;
    }

    private static string Address(UnitQuestion question, Question asked, DateOnly on, long knownAt, DateOnly? against)
    {
        var other = against is { } day ? $"&againstOn={VietnamCalendar.Format(day)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"/units/{question.Unit}?on={VietnamCalendar.Format(on)}&knownAt={knownAt}&set={asked.Set.Id.Value}{Assessors(question)}{other}");
    }

    private static string Assessors(UnitQuestion question) =>
        string.IsNullOrWhiteSpace(question.AssessedBy) ? "" : $"&assessedBy={Uri.EscapeDataString(question.AssessedBy)}";

    private static UnitView Linked(UnitView view, Question asked, Moment? against)
    {
        var unit = $"/api/units/{view.Question.Unit}";
        var assessors = Assessors(view.Question);
        var knownAt = string.Create(CultureInfo.InvariantCulture, $"knownAt={asked.Sequence}");
        var point = $"on={VietnamCalendar.Format(asked.On)}&{knownAt}&set={asked.Set.Id.Value}{assessors}";
        var second = against is null ? "" : string.Create(
            CultureInfo.InvariantCulture, $"&againstOn={VietnamCalendar.Format(against.On)}&againstKnownAt={against.Sequence}");
        return view with
        {
            Set = asked.Set.Id.Value,
            Permalink = $"/units/{view.Question.Unit}?{point}{second}", HistoryLink = $"{unit}/history?{knownAt}",
            PlaneLink = $"/units/{view.Question.Unit}/plane?{point}",
            TurnedLink = against is null ? "" : string.Create(
                CultureInfo.InvariantCulture,
                $"{Address(view.Question, asked, against.On, against.Sequence, asked.On)}&againstKnownAt={asked.Sequence}#difference"),
            SheetLink = $"/units/{view.Question.Unit}/appraisal-sheet?{point}",
            PeriodsLink = $"{unit}/periods?{knownAt}&set={asked.Set.Id.Value}{assessors}",
            DifferenceLink = against is null ? null : $"{unit}/diff?{point}{second}",
        };
    }
}
