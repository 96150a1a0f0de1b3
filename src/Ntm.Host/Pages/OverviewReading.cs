using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Names;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Projections.CommuneMatrix;
using Ntm.Projections.Index;

namespace Ntm.Host.Pages;

/// <summary>
/// Reads the overview page. It asks the same questions as everyone else; only where a question would be refused for want of a day or a
/// set does it choose one, and says so.
/// </summary>
internal sealed class OverviewReading(QuestionResolver resolver, LiveRecord live, CriteriaCatalog catalog)
{
    internal async Task<Overview> ReadAsync(OverviewQuestion question, CancellationToken cancellation)
    {
        var head = await live.CatchUpToHeadAsync(cancellation);
        var units = Superiors(head);
        var unit = Given(question.Unit) ?? FirstLook(units, head);
        var (day, set, notices) = Choose(question, unit, head);
        var overview = new Overview
        {
            On = day, KnownAt = question.KnownAt, Set = set, AssessedBy = question.AssessedBy, Head = head,
            Units = [.. units.Select(choice => choice.Choice)],
            Sets = [.. catalog.Sets.Select(known => new Choice(known.Id.Value, $"{known.Decision.Number} · {known.Title.Vietnamese}"))],
        };
        if (unit is null)
            return overview;

        overview = overview with { Unit = unit, Title = TitleOf(units, unit) };
        var resolved = await resolver.ResolveAsync(new QuestionText(day, question.KnownAt, set, question.AssessedBy), cancellation);
        if (resolved.Value is not { } asked)
            return overview with { Refusal = resolved.Refusal!.Refusal, HttpStatus = resolved.Refusal.Status };
        if (!UnitId.TryParse(unit, out var id)
            || MatrixReading.AnswerWithFindings(live.Index, id, asked.On, asked.Sequence, asked.Set, asked.Assessors, asked.Boundary) is not { } read)
        {
            var unknown = QuestionRefusals.UnitUnknown(unit, asked.Sequence);
            return overview with { Refusal = unknown.Refusal, HttpStatus = unknown.Status };
        }

        var synthetic = read.Findings.Any(row => row.Any(finding => finding?.IsSynthetic == true));
        return overview with
        {
            Notices = synthetic ? [.. notices, $"Chữ nghiêng gạch chấm là số liệu minh họa {Finding.SyntheticNote}, không phải kết quả thật."] : notices,
            Criteria = asked.Set.Criteria,
            Matrix = read.Answer,
            Rows = Rows(read.Answer, read.Findings, asked.Set),
            HasSynthetic = synthetic,
            Permalink = Address("/", unit, asked, question.AssessedBy),
            JsonLink = Address($"/api/units/{unit}/matrix", null, asked, question.AssessedBy),
        };
    }

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
                notices.Add($"Hôm nay {Words.Day(today)} không có bộ tiêu chí nào (trong số đã có văn bản) còn hiệu lực; "
                    + $"đang xem ngày {Words.Day(on)}, ngày mới nhất có kết quả.");
            }
        }

        var set = Given(question.Set);
        if (set is null && VietnamCalendar.TryParseDay(day, out var asked))
        {
            set = (catalog.InForceOn(asked) ?? catalog.Sets[^1]).Id.Value;
            if (catalog.InForceOn(asked) is null)
                notices.Add($"Không có bộ tiêu chí nào còn hiệu lực vào ngày {Words.Day(asked)}; đang dùng bộ mới nhất đã có văn bản: {catalog.Sets[^1].Title.Vietnamese}.");
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

    private static string TitleOf(List<Superior> units, string unit) =>
        $"Tiêu chí nông thôn mới · {units.Find(choice => choice.Choice.Value == unit)?.Choice.Text ?? unit}";

    private static IReadOnlyList<OverviewRow> Rows(MatrixAnswer matrix, IReadOnlyList<IReadOnlyList<StandingFinding?>> findings, CriteriaSet set) =>
    [
        .. matrix.Communes.Zip(findings)
            .OrderBy(row => row.First.Name ?? row.First.Unit, VietnameseNames.Order)
            .Select(row => new OverviewRow(row.First, [.. set.Criteria.Zip(row.Second, Cell)])),
    ];

    private static OverviewCell Cell(Criterion criterion, StandingFinding? found)
    {
        var status = found?.Status ?? FindingStatus.Unassessed;
        var letter = status.Letter();
        var title = $"{criterion.Number}. {criterion.Name.Vietnamese}: {Words.Status(status)}";
        if (found is not { } finding)
            return new OverviewCell(letter, "cell U", title);
        title += $" từ {Words.Day(finding.EffectiveOn)}, {Words.Assessor(finding.AssessedBy)}, mục ghi số {finding.Sequence}";
        return new OverviewCell(letter, finding.IsSynthetic ? $"cell {letter} synthetic" : $"cell {letter}",
            finding.IsSynthetic ? $"{title} {Finding.SyntheticNote}" : title);
    }

    private static string Address(string path, string? unit, Question asked, string? assessedBy)
    {
        var query = new QueryString()
            .Add("on", VietnamCalendar.Format(asked.On))
            .Add("knownAt", asked.Sequence.ToString(CultureInfo.InvariantCulture))
            .Add("set", asked.Set.Id.Value);
        if (unit is not null)
            query = query.Add("unit", unit);
        if (Given(assessedBy) is { } assessors)
            query = query.Add("assessedBy", assessors);
        return path + query.ToUriComponent();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
