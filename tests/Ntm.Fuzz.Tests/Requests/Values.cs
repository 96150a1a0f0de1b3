using System.Globalization;
using Ntm.Host.Tests.Reading;

namespace Ntm.Fuzz.Tests.Requests;

/// <summary>What stands in addresses: what somebody means who knows them, what slips in, and what is meant ill. All escaped as it goes.</summary>
internal static class Values
{
    private static readonly string[] Sets = ["ntm-2016-2020", "ntm-2021-2025"];
    private static readonly string[] Kinds = ["communes-by-criterion", "bands", "criteria", "average", "recognised", "inspections", "plan-against-result", "tasks"];
    private static readonly string[] Assessors = ["official", "all", "commune", "district,province", "audit"];

    private static readonly string[] Slips =
    [
        "", "%20", "0", "-1", "1e3", "+5", "007", "9223372036854775808", "99999999999999999999999999", "%EF%BC%99", "1%2C5", "NaN", "null", "true", "undefined",
        "2018-02-30", "9999-12-31", "0001-01-01", "0000-00-00", "10000-01-01", "2018-1-1", "31%2F12%2F2018", "2018-12-31T24:00:00Z", "2018-12-31T17:00:00",
        "9999-12-31T23:59:59.9999999%2B14:00", "0001-01-01T00:00:00-14:00", "2999-01-01T00:00:00Z", "Van-Quan", "van-quan.", ".van-quan", "van--quan", "-", "official,official", ",",
        "ntm-2026-2030", "xlsx%20", "JSON", "month,year",
    ];

    private static readonly string[] Hostile =
    [
        "..", "%2e%2e", "..%2f..%2f..%2fetc%2fpasswd", "%2f", "%5c", "%00", "van-quan%00", "%c0%ae%c0%ae%c0%af", "%ed%a0%80", "%f4%90%80%80", "%ff%fe", "%", "%zz", "%u0000",
        "%0d%0aX-Injected:%201", "%250d%250aX-Injected:%201", "'%20or%201=1--", "%24%7Bjndi:ldap://x%7D", "%3Cscript%3Ealert(1)%3C/script%3E", "%7Bunit%7D", "%F0%9F%92%A9", "%E2%80%AE",
        "a%CC%81%CC%81%CC%81%CC%81", "%EF%BB%BF", "__proto__", "%25%32%35", "*", "=", "%26", "%23", "~", "CON", "file:%2f%2f%2fetc%2fpasswd",
    ];

    public static string Good(Dice dice, FuzzWorld world, string name) => name.ToLowerInvariant() switch
    {
        "unit" or "unitslug" or "under" or "without" => dice.Pick(world.Units),
        "plan" or "planslug" => dice.Pick(world.Plans),
        "sha256" => world.Evidence,
        "kind" or "report" => dice.Pick(Kinds),
        "on" or "boundary" or "againston" or "since" or "basisdate" => Day(dice),
        "knownat" or "againstknownat" => dice.OneIn(8) ? "2026-01-01T00:00:00Z" : Number(dice, world.Head + 1),
        "minsequence" or "after" => Number(dice, world.Head + 1),
        "limit" => Number(dice, 40),
        "set" => dice.Pick(Sets),
        "assessedby" => dice.Pick(Assessors),
        "basisnumber" => "15%2FKH-UBND",
        "criterion" => Number(dice, 20),
        "format" => dice.Pick(["json", "csv", "xlsx", "docx"]),
        "period" => dice.Pick(["month", "quarter", "half", "year"]),
        "dryrun" or "includehidden" => dice.Pick(["true", "false"]),
        "documentname" => "v1",
        "name" => dice.Pick(["an", "mong", "V%C4%83n", "xu%C3%A2n%20mai"]),
        _ => dice.Pick(["van-quan", "1", "2018-12-31", "15%2FKH-UBND", "UBND%20huy%E1%BB%87n"]),
    };

    public static string Slip(Dice dice) => dice.Pick(Slips);

    public static string Ill(Dice dice) => dice.Below(12) switch
    {
        0 => new string('9', 1 + dice.Below(4_000)),
        1 => new string('a', 1 + dice.Below(6_000)),
        2 => string.Concat(Enumerable.Repeat("%E1%BB%87", 1 + dice.Below(600))),
        3 => string.Join(',', Enumerable.Repeat("official", 1 + dice.Below(600))),
        _ => dice.Pick(Hostile),
    };

    public static string Day(Dice dice) => dice.Day(new(2016, 12, 1), new(2026, 2, 14)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Before any of the units known ends.</summary>
    public static string Early(Dice dice) => dice.Day(new(2016, 12, 1), new(2019, 12, 31)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(Dice dice, int below) => dice.Below(below).ToString(CultureInfo.InvariantCulture);
}
