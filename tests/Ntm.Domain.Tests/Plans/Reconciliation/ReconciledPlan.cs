using System.Runtime.CompilerServices;
using System.Text.Json;
using Ntm.Domain.Criteria;
using Ntm.Domain.Plans.Content;
using Ntm.Domain.Plans.Reconciliation;
using Ntm.Domain.Time;
using Ntm.Domain.Units;

namespace Ntm.Domain.Tests.Plans.Reconciliation;

/// <summary>A plan of data/plans as printed, with the names of the units it rests on.</summary>
internal sealed record ReconciledPlan(string Number, DateOnly Date, string Issuer, string Title, string Source, string Document, StatedPlan Reading)
{
    internal static ReconciledPlan VanQuan => Read("van-quan-15-kh-ubnd-2018", "data/van-quan/units.ndjson");

    internal static ReconciledPlan HoaBinh => Read("hoa-binh-18-kh-ubnd-2018", "data/plans/hoa-binh-18-kh-ubnd-2018/units.ndjson");

    internal static string Root { get; } = RootOf();

    private static ReconciledPlan Read(string folder, string units)
    {
        var directory = Path.Combine(Root, "data", "plans", folder);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, "plan.json")));
        var plan = json.RootElement;
        var (content, refusals) = PlanContent.Read(plan.GetProperty("content"));
        Assert.Empty(refusals.Select(refusal => $"{refusal.Field}: {refusal.English}"));
        var known = File.ReadLines(Path.Combine(Root, units)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var names = known.ToDictionary(unit => UnitId.Parse(Text(unit, "unit")), unit => Text(unit, "name"));
        var scope = UnitId.Parse(Text(plan, "scope"));
        var communes = known.Where(unit => Text(unit, "level") == "commune").Select(unit => UnitId.Parse(Text(unit, "unit"))).Order(UnitId.Ordinal).ToList();
        var frame = new PlanFrame(
            scope, Day(plan, "date"), Day(plan, "from"), Day(plan, "to"), CriteriaCatalog.Shipped().Find(content!.Set)!.Criteria.Count, communes, unit => names.GetValueOrDefault(unit));
        return new(
            Text(plan, "number"), Day(plan, "date"), Text(plan, "issuer"), Text(plan, "title"), $"data/plans/{folder}/plan.json",
            File.ReadAllText(Path.Combine(directory, "document.txt")).Normalize(), new StatedPlan(content, frame));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static DateOnly Day(JsonElement element, string name) =>
        VietnamCalendar.TryParseDay(Text(element, name), out var day) ? day : throw new FormatException(name);

    private static string RootOf([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));
}
