using Ntm.Domain.Criteria;
using Ntm.Domain.Names;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;
using Ntm.Projections.PlanResults;
using Ntm.Projections.RollUp;

namespace Ntm.Host.Pages;

/// <summary>
/// Reads the overview page. It asks the same questions as everyone else; only where a question would be refused for want of a day or a
/// set does it choose one, and says so.
/// </summary>
internal sealed class OverviewReading(QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog, Wording say)
{
    /// <summary>A matrix of more communes is counted by parts first, and the communes of a part shown on demand.</summary>
    internal const int MostRows = 150;

    internal async Task<Overview> ReadAsync(OverviewQuestion question, CancellationToken cancellation)
    {
        var head = await live.CatchUpToHeadAsync(cancellation);
        var units = Superiors(head);
        var unit = Given(question.Unit) ?? FirstLook(units, head);
        var (day, set, notices) = Choose(question, unit, head);
        var overview = new Overview
        {
            On = day, KnownAt = question.KnownAt, Set = set, AssessedBy = question.AssessedBy, Boundary = Given(question.Boundary), Head = head,
            Units = [.. units.Select(choice => choice.Choice)],
            Sets = [.. catalog.Sets.Select(known => new Choice(known.Id.Value, $"{known.Decision.Number} · {say[known.Title]}"))],
        };
        if (unit is null)
            return overview;

        overview = overview with { Unit = unit, Title = TitleOf(units, unit) };
        var resolved = await resolver.ResolveAsync(new QuestionText(day, question.KnownAt, set, question.AssessedBy, question.Boundary), cancellation);
        if (resolved.Value is not { } asked)
            return overview with { Refusal = resolved.Refusal!.Refusal, HttpStatus = resolved.Refusal.Status };
        if (!UnitId.TryParse(unit, out var id)
            || MatrixReading.AnswerWithFindings(live.Index, id, asked.On, asked.Sequence, asked.Set, asked.Assessors, asked.Boundary) is not { } read)
        {
            var unknown = QuestionRefusals.UnitUnknown(unit, asked.Sequence);
            return overview with { Refusal = unknown.Refusal, HttpStatus = unknown.Status };
        }

        var synthetic = read.Findings.Any(row => row.Any(finding => finding?.IsSynthetic == true));
        if (synthetic)
        {
            notices = [.. notices, say[
                $"Chữ nghiêng gạch chấm là số liệu minh họa {Finding.SyntheticNote}, không phải kết quả thật.",
                $"Slanted letters with dots below are made up {Finding.SyntheticNote}, not real results."]];
        }

        return WithRows(overview with
        {
            Notices = notices,
            Criteria = asked.Set.Criteria,
            Matrix = read.Answer,
            Course = CourseReading.Answer(live.Index, read.Answer, asked.Set, asked.Assessors),
            HasSynthetic = synthetic,
            Links = new OverviewLinks(unit, Given(question.AssessedBy), Given(question.Open), asked),
        }, id, asked, read.Findings, Given(question.Open));
    }

    private Overview WithRows(Overview overview, UnitId unit, Question asked, IReadOnlyList<IReadOnlyList<StandingFinding?>> findings, string? open)
    {
        var rows = new OverviewRows(overview.Matrix!, asked.Set, overview.Course!, live.Index.Map, say);
        var all = overview.Matrix!.Communes.Zip(findings);
        if (overview.Matrix.Communes.Count <= MostRows)
            return overview with { Rows = rows.Of(all) };

        var parts = Parts(RollUpReading.Answer(live.Index, overview.Matrix, asked.Set), overview.Links, unit);
        var opened = parts.FirstOrDefault(part => part.Key == open);
        overview = overview with { Parts = parts, Open = opened };
        if (opened is null)
            return overview;
        var below = new PartsOfUnit(live.Index.Map, unit, asked.Boundary, asked.Sequence);
        return overview with { Rows = rows.Of(all.Where(row => below.Of(UnitId.Parse(row.First.Unit))?.Value == opened.Part.Unit)) };
    }

    private IReadOnlyList<OverviewPart> Parts(RollUpAnswer rolledUp, OverviewLinks links, UnitId unit) =>
    [
        .. rolledUp.Parts
            .OrderBy(part => part.Unit is null).ThenBy(part => part.Name ?? part.Unit ?? "", VietnameseNames.Order)
            .Select(part => part.Unit is { } below
                ? new OverviewPart(part, below, say.Quote(CalledBy(part)), links.OfUnit(below), part.Communes <= MostRows ? links.Opening(below) : null)
                : new OverviewPart(part, unit.Value, say["Các xã trực thuộc", "Communes directly under it"], null, links.Opening(unit.Value))),
    ];

    private string CalledBy(RolledUpPart part) => live.Index.Map.Find(UnitId.Parse(part.Unit!))?.LevelOn(DateOnly.MaxValue, long.MaxValue) is { } level
        ? $"{Words.LevelBeforeName(level)} {part.Name ?? part.Unit}"
        : part.Name ?? part.Unit!;

    private sealed record Superior(Choice Choice, UnitLevel Level);

    // Units with communes under them: what a matrix can be asked of. Ended ones stay: their matrix is asked of the past.
    private List<Superior> Superiors(long head) =>
    [
        .. live.Index.Register.Units.Values
            .Where(unit => unit.IsKnownAt(head) && unit.LevelOn(DateOnly.MaxValue, head) is UnitLevel.Province or UnitLevel.District)
            .Select(unit => (Unit: unit, Level: unit.LevelOn(DateOnly.MaxValue, head)!.Value, Name: unit.NameOn(DateOnly.MaxValue, head) ?? unit.Unit.Value))
            .OrderBy(unit => unit.Level).ThenBy(unit => unit.Name, VietnameseNames.Order)
            .Select(unit => new Superior(new Choice(unit.Unit.Unit.Value, $"{Words.LevelBeforeName(unit.Level)} {unit.Name}"), unit.Level)),
    ];

    // A district with something to see, else any.
    private string? FirstLook(List<Superior> units, long head)
    {
        var districts = units.FindAll(choice => choice.Level == UnitLevel.District);
        return (districts.Find(choice => HasFindings(UnitId.Parse(choice.Choice.Value), head)) ?? districts.FirstOrDefault() ?? units.FirstOrDefault())?.Choice.Value;
    }

    private bool HasFindings(UnitId district, long head) =>
        live.Index.Register.ChildrenEver.GetValueOrDefault(district)?.Any(commune => live.Index.Findings.LatestOf(commune, head) is not null) == true;

    private (string Day, string? Set, IReadOnlyList<string> Notices) Choose(OverviewQuestion question, string? unit, long head)
    {
        var notices = new List<string>();
        var day = Given(question.On);
        if (day is null)
        {
            var today = resolver.Today;
            var latest = catalog.InForceOn(today) is null && UnitId.TryParse(unit, out var id) ? LatestFinding(id, head) : null;
            day = VietnamCalendar.Format(latest ?? today);
            if (latest is { } on)
            {
                notices.Add(say[
                    $"Hôm nay {Words.Day(today)} không có bộ tiêu chí nào (trong số đã có văn bản) còn hiệu lực; đang xem ngày {Words.Day(on)}, ngày mới nhất có kết quả.",
                    $"Today, {Words.Day(today)}, no criteria set whose text is at hand is in force; this is {Words.Day(on)}, the last day something was found."]);
            }
        }

        var set = Given(question.Set);
        if (set is null && VietnamCalendar.TryParseDay(day, out var asked))
        {
            set = (catalog.InForceOn(asked) ?? catalog.Sets[^1]).Id.Value;
            if (catalog.InForceOn(asked) is null)
            {
                notices.Add(say[
                    $"Không có bộ tiêu chí nào còn hiệu lực vào ngày {Words.Day(asked)}; đang dùng bộ mới nhất đã có văn bản: {catalog.Sets[^1].Title.Vietnamese}.",
                    $"No criteria set is in force on {Words.Day(asked)}; this is by the latest whose text is at hand: {catalog.Sets[^1].Title.English}."]);
            }
        }

        return (day, set, notices);
    }

    private DateOnly? LatestFinding(UnitId above, long head)
    {
        var register = live.Index.Register;
        return register.Units.Values
            .Where(unit => IsEverUnder(register, unit, above))
            .Select(unit => live.Index.Findings.LatestOf(unit.Unit, head)?.On)
            .Max();
    }

    private static bool IsEverUnder(Domain.Recording.Register register, UnitHistory unit, UnitId above)
    {
        var seen = new HashSet<UnitId>();
        var open = new Stack<UnitHistory>([unit]);
        while (open.TryPop(out var next))
        {
            foreach (var parent in next.Parents.Select(fact => fact.Value).OfType<UnitId>().Where(seen.Add))
            {
                if (parent == above)
                    return true;
                if (register.Find(parent) is { } history)
                    open.Push(history);
            }
        }

        return false;
    }

    private string TitleOf(List<Superior> units, string unit) =>
        $"{say["Tiêu chí nông thôn mới", "New rural criteria"]} · {say.Quote(units.Find(choice => choice.Choice.Value == unit)?.Choice.Text ?? unit)}";

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
