using System.Text;
using System.Text.Json.Nodes;
using Ntm.Host.Tests.Reading;
using Ntm.Testing;

namespace Ntm.Fuzz.Tests.Requests;

/// <summary>Lines of the interchange: lawful ones, and ones nobody should take.</summary>
internal static class Lines
{
    private static readonly string[] Statuses = ["criterion_attained", "criterion_not_attained", "criterion_lost", "criterion_basically_met", "criterion_not_applicable"];

    private static readonly string[] Leaves =
    [
        "null", "0", "-1", "19", "20", "2147483648", "99999999999999999999", "1e300", "0.0000001", "true", "[]", "{}", "\"\"", "\"quý IV\"", "\"hằng tháng\"", "\"thời gian 999999999999 năm\"", "\"van-quan\"", "\"van-quan.van-an\"", "\"9999-12-31\"",
        "\"0001-01-01\"", "\"trước ngày 31/12/9999\"", "\"ngày 99 hằng tháng\"", "\"2018-02-30\"", "[[[]]]", "\"ntm-2016-2020\"", "\"attain\"",
    ];

    /// <summary>Each with an id of its own, so that whatever is recorded can be told from everything else.</summary>
    public static byte[] Good(Dice dice, FuzzWorld world, int count) => Joined([.. Enumerable.Range(0, count).Select(_ => One(dice, world))]);

    public static byte[] Slipped(Dice dice, FuzzWorld world)
    {
        var line = JsonNode.Parse(One(dice, world))!.AsObject();
        var field = dice.Pick([.. line.Select(pair => pair.Key)]);
        switch (dice.Below(5))
        {
            case 0:
                line.Remove(field);
                break;
            case 1:
                line[field] = JsonNode.Parse(dice.Pick(["null", "7", "-0", "1e400", "[]", "{}", "\"\"", "true", "\"2018-02-30\"", "\"van-quan\"", "\"\\u0000\"", "12345678901234567890123"]));
                break;
            case 2:
                line[field + "x"] = "1";
                break;
            case 3:
                line["replacedBy"] = dice.Id();
                break;
            default:
                line["effectiveOn"] = dice.Pick(["9999-12-31", "0001-01-01", "2018-6-30", "mai"]);
                break;
        }

        return Joined([One(dice, world), line.ToJsonString()]);
    }

    public static byte[] Ill(Dice dice, FuzzWorld world)
    {
        var good = One(dice, world);
        return dice.Below(14) switch
        {
            0 => Utf8($$"""{"type":"plan_issued","content":{{new string('[', 1 + dice.Below(100_000))}}"""),
            1 => Utf8(Nested("{\"a\":", "1", "}", 40 + dice.Below(60))),
            2 => Utf8(good.Replace("\"unit\"", $"\"amount\":{new string('9', 1 + dice.Below(60_000))},\"unit\"", StringComparison.Ordinal)),
            3 => Utf8(good.Replace("\"unit\"", $"\"amount\":1e{new string('9', 1 + dice.Below(400))},\"unit\"", StringComparison.Ordinal)),
            4 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(good)],
            5 => [.. Utf8(good[..^1]), 0xC0, 0xAE, (byte)'}'],
            6 => [.. Utf8(good.Replace("\"unit\"", "\"note\":\"", StringComparison.Ordinal)), 0xED, 0xA0, 0x80, (byte)'"', (byte)'}'],
            7 => Utf8(good.Replace("\"unit\"", $"\"note\":\"{new string('x', 900_000 + dice.Below(300_000))}\",\"unit\"", StringComparison.Ordinal)),
            8 => Joined([.. Enumerable.Repeat("{}", 9_990 + dice.Below(20))]),
            9 => Utf8(string.Concat(Enumerable.Repeat(good, 3))),
            10 => Utf8(good.Insert(1, string.Concat(Enumerable.Repeat("\"unit\":\"van-quan\",", 1 + dice.Below(3_000))))),
            11 => Utf8(good.Replace("\"unit\"", "\"note\":\"\\u0000\\ud800\\uFFFF\",\"unit\"", StringComparison.Ordinal)),
            12 => Utf8(new string('\n', dice.Below(200_000)) + good[..^2]),
            _ => Bytes(dice, 1 + dice.Below(4_000)),
        };
    }

    public static byte[] Bytes(Dice dice, int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)dice.Below(256))];

    private static string One(Dice dice, FuzzWorld world) => dice.Below(100) switch
    {
        0 => Replanned(dice, world),
        < 25 => Established(dice, world),
        < 50 => Sampled(dice, world),
        _ => Finding(dice, world),
    };

    // A plan is recorded whatever it says, and has to be shown whatever it says.
    private static string Replanned(Dice dice, FuzzWorld world)
    {
        var line = JsonNode.Parse(dice.Pick(world.PlanLines))!.AsObject();
        foreach (var field in (string[])["sequence", "recordedAt", "recordedBy", "stream", "version"])
            line.Remove(field);
        (line["id"], line["type"], line["effectiveOn"]) = (dice.Id(), "plan_revised", Values.Early(dice));
        if (dice.OneIn(4))
            (line["from"], line["to"]) = (dice.Pick(["0001-01-01", "9999-12-01", "2018-01-01"]), "9999-12-31");
        for (var changes = 1 + dice.Below(6); changes > 0; changes--)
            Change(dice, line["content"]!);
        return line.ToJsonString();
    }

    private static void Change(Dice dice, JsonNode node)
    {
        while (true)
        {
            var (count, at) = node is JsonObject inside ? (inside.Count, dice.Below(Math.Max(1, inside.Count))) : node is JsonArray list ? (list.Count, dice.Below(Math.Max(1, list.Count))) : (0, 0);
            if (count == 0)
                return;
            var key = node is JsonObject fields ? fields.ElementAt(at).Key : null;
            if ((key is null ? node[at] : node[key]) is { } below and not JsonValue && !dice.OneIn(12))
            {
                node = below;
                continue;
            }

            var other = JsonNode.Parse(dice.Pick(Leaves));
            if (key is null)
                node[at] = other;
            else
                node[key] = other;
            return;
        }
    }

    private static string Finding(Dice dice, FuzzWorld world) =>
        $$"""{"id":"{{dice.Id()}}","type":"{{dice.Pick(Statuses)}}","unit":"{{dice.Pick(world.Units)}}","effectiveOn":"{{Values.Early(dice)}}","set":"ntm-2016-2020","criterion":{{1 + dice.Below(19)}},"assessedBy":"{{dice.Pick(["commune", "district", "province", "audit"])}}"}""";

    private static string Established(Dice dice, FuzzWorld world)
    {
        var id = dice.Id();
        return $$"""{"id":"{{id}}","type":"unit_established","unit":"fuzz.{{id[..8]}}","effectiveOn":"{{Values.Day(dice)}}","name":"Xã {{id[..4]}}","level":"commune","parent":"{{dice.Pick(world.Units)}}"}""";
    }

    // Every type there is; units that end would soon leave nothing to ask about.
    private static string Sampled(Dice dice, FuzzWorld world)
    {
        var sample = dice.Pick(EntrySamples.All);
        var line = JsonNode.Parse(dice.OneIn(2) ? sample.Full : sample.Minimal)!.AsObject();
        line["id"] = dice.Id();
        if (sample.Type is "units_merged" or "unit_dissolved")
            line["unit"] = "fuzz.nowhere";
        else if (line.ContainsKey("effectiveOn"))
            line["unit"] = dice.Pick(world.Units);
        if (line.ContainsKey("scope"))
            line["scope"] = line["unit"]!.DeepClone();
        if (line["replacement"] is JsonObject replacement)
            replacement["id"] = dice.Id();
        return line.ToJsonString();
    }

    private static string Nested(string open, string middle, string close, int depth) =>
        $$"""{"type":"plan_issued","content":{{string.Concat(Enumerable.Repeat(open, depth))}}{{middle}}{{string.Concat(Enumerable.Repeat(close, depth))}}}""";

    private static byte[] Joined(string[] lines) => Utf8(string.Join('\n', lines));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
