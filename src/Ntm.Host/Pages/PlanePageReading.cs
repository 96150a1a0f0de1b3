using System.Globalization;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.TimePlane;
using Ntm.Projections.TimePlane;

namespace Ntm.Host.Pages;

/// <summary>Reads the plane of the two clocks and what stood at the point that is asked about: the pages of a commune and of the overview say that.</summary>
internal sealed class PlanePageReading(QuestionResolver resolver, LiveRecord live, Planes planes, UnitPageReading units, OverviewReading overviews, Wording say)
{
    internal async Task<PlaneView> ReadAsync(PlaneQuestion question, CancellationToken cancellation)
    {
        var view = new PlaneView { Question = question, Title = question.Unit };
        var resolved = await resolver.ResolveKnowledgeAsync(new QuestionText(KnownAt: question.KnownAt), cancellation);
        if (resolved.Value is not { } asked)
            return Refused(view, resolved.Refusal!);
        var head = await live.CatchUpToHeadAsync(cancellation);
        if (!UnitId.TryParse(question.Unit, out var id) || await planes.AnswerAsync(id, head, cancellation) is not { } plane)
            return Refused(view, QuestionRefusals.UnitUnknown(question.Unit, head));

        view = await WithStandingAsync(view, id, cancellation);
        if (view.Refusal is not null || !VietnamCalendar.TryParseDay(view.Unit?.On ?? view.Overview!.On, out var on))
            return view;
        return view with
        {
            Plane = plane,
            Picture = PlanePicture.Of(plane, on, asked.Sequence, question.Upwards switch { "day" => true, "entry" => false, _ => null }, say),
            Steps = Steps(question, plane, on, asked.Sequence),
            Permalink = Address(question, on, asked.Sequence),
            JsonLink = string.Create(CultureInfo.InvariantCulture, $"/api/units/{question.Unit}/plane?knownAt={head}"),
        };
    }

    private async Task<PlaneView> WithStandingAsync(PlaneView view, UnitId id, CancellationToken cancellation)
    {
        var question = view.Question;
        var level = live.Index.Register.Find(id)?.LevelOn(DateOnly.MaxValue, long.MaxValue);
        if (level is UnitLevel.Province or UnitLevel.District)
        {
            var overview = await overviews.ReadAsync(new OverviewQuestion(question.Unit, question.On, question.KnownAt, question.Set, question.AssessedBy), cancellation);
            return view with { Overview = overview, Title = overview.Title, Refusal = overview.Refusal, HttpStatus = overview.HttpStatus };
        }

        var unit = await units.ReadAsync(new UnitQuestion(question.Unit, question.On, question.KnownAt, null, null, question.Set, question.AssessedBy), cancellation);
        return view with { Unit = unit, Title = unit.Title, Refusal = unit.Refusal, HttpStatus = unit.HttpStatus };
    }

    private static PlaneView Refused(PlaneView view, QuestionRefusal refusal) => view with { Refusal = refusal.Refusal, HttpStatus = refusal.Status };

    private static PlaneSteps Steps(PlaneQuestion question, PlaneAnswer plane, DateOnly on, long knownAt)
    {
        PlaneStep? ToDay(DateOnly? day) => day is { } known ? new PlaneStep(Address(question, known, knownAt), Words.Day(known)) : null;
        PlaneStep? ToEntry(long? sequence) => sequence is { } known
            ? new PlaneStep(Address(question, on, known), known.ToString(CultureInfo.InvariantCulture))
            : null;

        // What was known by then and still stood: only its days change what is seen.
        var days = plane.Dots.Where(dot => dot.Sequence <= knownAt && !(dot.RetractedBy <= knownAt)).Select(dot => dot.EffectiveOn).ToList();
        var moments = plane.Dots.Select(dot => dot.Sequence).Concat(plane.Dots.Select(dot => dot.RetractedBy).OfType<long>()).ToList();
        return new PlaneSteps(
            ToDay(days.Where(day => day < on).Select(day => (DateOnly?)day).Max()), ToDay(days.Where(day => day > on).Select(day => (DateOnly?)day).Min()),
            ToEntry(moments.Where(moment => moment < knownAt).Select(moment => (long?)moment).Max()),
            ToEntry(moments.Where(moment => moment > knownAt).Select(moment => (long?)moment).Min()));
    }

    private static string Address(PlaneQuestion question, DateOnly on, long knownAt)
    {
        var query = new QueryString()
            .Add("on", VietnamCalendar.Format(on))
            .Add("knownAt", knownAt.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in ((string, string?)[])[("set", question.Set), ("assessedBy", question.AssessedBy), ("upwards", question.Upwards)])
        {
            if (!string.IsNullOrWhiteSpace(value))
                query = query.Add(name, value);
        }

        return $"/units/{question.Unit}/plane{query.ToUriComponent()}";
    }
}
