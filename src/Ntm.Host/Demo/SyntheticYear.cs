using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ntm.Domain.Time;
using Ntm.Host.Recording;
using Ntm.Projections.Index;

namespace Ntm.Host.Demo;

/// <summary>
/// A made-up 2018 for the communes of Văn Quan that were not recognised before: a review in February, self-assessments, findings on the
/// plan's targets, inspections in March, June, September and November as its appendix says, some losses, papers that came late, one
/// correction and one retraction. Nothing in it is known of the real communes; every entry's note says so.
/// </summary>
internal sealed class SyntheticYear(string units, string plan)
{
    private const ulong Seed = 15_2018;
    private const string Set = "ntm-2016-2020";
    private const string District = "district";
    private const string Team = "Ban Chỉ đạo xây dựng nông thôn mới huyện Văn Quan";

    private static readonly Guid Space = new("a2f4c1de-7a0b-5e63-8d7e-51f0b7a6c902");
    private static readonly DateOnly Review = new(2018, 2, 28);
    private static readonly string[] Recognised = ["van-quan.xuan-mai", "van-quan.trang-phai"];
    private static readonly int[] InspectionMonths = [3, 6, 9, 11];

    // From what is commonly attained first to what comes last, so that the year looks like one.
    private static readonly int[] EasiestFirst = [14, 19, 1, 12, 4, 18, 8, 9, 15, 3, 13, 2, 7, 11, 6, 10, 5, 17, 16];

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SplitMix _dice = new(Seed);
    private readonly List<(DateOnly Recorded, int Order, JsonObject Line)> _lines = [];
    private readonly List<JsonObject> _targets = [.. Parse(plan).Where(line => (string?)line["type"] == "target_assigned")];

    /// <summary>Lines in the order the offices would have recorded them.</summary>
    internal string Lines()
    {
        var communes = Parse(units).Where(line => (string?)line["level"] == "commune").Select(line => (string)line["unit"]!).ToList();
        foreach (var commune in communes.Except(Recognised))
            LiveThrough(commune);
        foreach (var commune in communes.Where(commune => TargetsOf(commune, "attain").Count > 1))
            Inspect(commune);

        var ordered = _lines.OrderBy(line => line.Recorded).ThenBy(line => line.Order).Select(line => line.Line).ToList();
        return string.Concat(ordered.Concat(Amendments(ordered)).Select(line => line.ToJsonString(Written) + "\n"));
    }

    private static List<JsonObject> Parse(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    private Dictionary<int, DateOnly> TargetsOf(string commune, string kind) => _targets
        .Where(target => (string?)target["unit"] == commune && (string?)target["kind"] == kind)
        .GroupBy(target => (int)target["criterion"]!)
        .ToDictionary(group => group.Key, group => group.Min(target => DateOnly.ParseExact((string)target["due"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private void LiveThrough(string commune)
    {
        var sought = TargetsOf(commune, "attain");
        var held = Held(commune, sought);
        var hasMarket = _dice.Chance(60);
        for (var criterion = 1; criterion <= EasiestFirst.Length; criterion++)
        {
            if (criterion == 7 && !hasMarket && !sought.ContainsKey(7))
                Find(commune, criterion, "criterion_not_applicable", Review, District);
            else if (held.Contains(criterion))
                Find(commune, criterion, "criterion_attained", Review, District);
            else if (sought.ContainsKey(criterion) || _dice.Chance(70))
                Find(commune, criterion, "criterion_not_attained", Review, District);
        }

        foreach (var (criterion, due) in sought.OrderBy(target => target.Key))
            Strive(commune, criterion, due);
        if (_dice.Chance(30))
            Lose(commune, held.Order().ElementAt(_dice.Next(held.Count)));
    }

    private HashSet<int> Held(string commune, Dictionary<int, DateOnly> sought)
    {
        var held = TargetsOf(commune, "maintain").Keys.ToHashSet();
        // Văn An was left over from 2017 with two criteria open; the plan's average of the others was about eight.
        var wanted = commune == "van-quan.van-an" ? 17 : 6 + _dice.Next(4);
        foreach (var criterion in EasiestFirst.Where(criterion => !sought.ContainsKey(criterion)))
        {
            if (held.Count >= wanted)
                break;
            if (commune == "van-quan.van-an" || _dice.Chance(80))
                held.Add(criterion);
        }

        return held;
    }

    private void Strive(string commune, int criterion, DateOnly due)
    {
        var reached = due.AddDays(-_dice.Next(Math.Max(1, Math.Min(120, due.DayNumber - Review.DayNumber - 7))));
        if (_dice.Chance(55))
            Find(commune, criterion, "criterion_attained", reached.AddDays(-5), "commune");
        var outcome = commune == "van-quan.van-an" ? 0 : _dice.Next(100);
        if (outcome < 68)
            Find(commune, criterion, "criterion_attained", reached, District);
        else if (outcome < 82)
            Find(commune, criterion, "criterion_basically_met", reached, District);
    }

    private void Lose(string commune, int criterion)
    {
        var lost = new DateOnly(2018, 6, 10).AddDays(_dice.Next(120));
        Find(commune, criterion, "criterion_lost", lost, "inspection");
        if (_dice.Chance(50))
            Find(commune, criterion, "criterion_attained", lost.AddDays(60), District);
    }

    private void Inspect(string commune)
    {
        foreach (var month in InspectionMonths)
        {
            var held = new DateOnly(2018, month, 10 + _dice.Next(15));
            Say(held.AddDays(-20), "inspection_scheduled", commune, line =>
            {
                line["effectiveOn"] = VietnamCalendar.Format(held.AddDays(-20));
                line["plan"] = "van-quan.15-kh-ubnd-2018";
                line["dueBy"] = VietnamCalendar.Format(new DateOnly(2018, month, DateTime.DaysInMonth(2018, month)));
                line["team"] = Team;
            });
            Say(held.AddDays(3), "inspection_held", commune, line =>
            {
                line["effectiveOn"] = VietnamCalendar.Format(held);
                line["team"] = Team;
                line["findings"] = new JsonArray(
                [
                    .. TargetsOf(commune, "attain").Keys.Order().Where(_ => _dice.Chance(35)).Take(3).Select(criterion => new JsonObject
                    {
                        ["set"] = Set,
                        ["criterion"] = criterion,
                        ["conclusion"] = "chưa đạt",
                        ["remark"] = "cần đẩy nhanh tiến độ",
                        ["remedyBy"] = VietnamCalendar.Format(held.AddDays(45)),
                    }),
                ]);
            });
        }
    }

    private void Find(string commune, int criterion, string type, DateOnly effectiveOn, string assessedBy)
    {
        // Most papers reach the office within weeks, some much later: what was known then and what stood then differ.
        var lag = _dice.Chance(12) ? 60 + _dice.Next(140) : 2 + _dice.Next(18);
        Say(effectiveOn.AddDays(lag), type, commune, line =>
        {
            line["effectiveOn"] = VietnamCalendar.Format(effectiveOn);
            line["set"] = Set;
            line["criterion"] = criterion;
            line["assessedBy"] = assessedBy;
        });
    }

    private void Say(DateOnly recorded, string type, string commune, Action<JsonObject> fields)
    {
        var line = new JsonObject { ["type"] = type, ["id"] = IdOf($"{_lines.Count}"), ["unit"] = commune };
        fields(line);
        line["note"] = $"{Finding.SyntheticNote} số liệu minh họa, không phải kết quả thật";
        _lines.Add((recorded, _lines.Count, line));
    }

    // The last finding of the year was typed with the wrong day and is put right; the one before it should not have been typed at all.
    private static IEnumerable<JsonObject> Amendments(List<JsonObject> ordered)
    {
        var findings = ordered.Where(line => ((string)line["type"]!).StartsWith("criterion_", StringComparison.Ordinal)).TakeLast(2).ToList();
        var replacement = findings[1].DeepClone().AsObject();
        replacement["id"] = IdOf("replacement");
        replacement["effectiveOn"] = VietnamCalendar.Format(DateOnly.ParseExact((string)findings[1]["effectiveOn"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-9));
        yield return Amendment("entry_corrected", findings[1], "sai ngày", line => line["replacement"] = replacement);
        yield return Amendment("entry_retracted", findings[0], "nhập nhầm xã", _ => { });
    }

    private static JsonObject Amendment(string type, JsonObject named, string reason, Action<JsonObject> fields)
    {
        var line = new JsonObject
        {
            ["type"] = type, ["id"] = IdOf(type), ["unit"] = (string)named["unit"]!, ["entry"] = (string)named["id"]!, ["reason"] = reason,
            ["note"] = $"{Finding.SyntheticNote} số liệu minh họa",
        };
        fields(line);
        return line;
    }

    private static string IdOf(string name) => NameBasedId.Of(Space, name).ToString("D");
}
