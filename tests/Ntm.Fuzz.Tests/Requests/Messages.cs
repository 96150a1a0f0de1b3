using Ntm.Fuzz.Tests.Routes;
using Ntm.Host.Tests.Reading;

namespace Ntm.Fuzz.Tests.Requests;

/// <summary>Requests that HTTP has no quarrel with: right ones of every route, and ones where something slipped in or is meant ill.</summary>
internal static class Messages
{
    private const string Ndjson = "application/x-ndjson";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // A table or a list is read only where all of this is stated; answers to doubts it does not have are refused.
    private static readonly string[] Needed = ["unit", "on", "assessedBy", "basisNumber", "basisDate", "basisIssuer"];
    private static readonly string[] Doubtful = ["limit", "mark", "match", "sheet", "without", "accept"];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X"];

    private static readonly string[] MediaTypes =
        [Ndjson, "application/json", "application/json; charset=utf-16", Workbook, "application/octet-stream", "text/csv", "text/csv; charset=windows-1258", "text/html", "multipart/mixed", "*/*", "a", ";", "application/x-www-form-urlencoded"];

    private static readonly (string Name, string[] Values)[] Odd =
    [
        ("Accept-Language", ["en", "vi;q=0.1, en;q=0.9", "*", "x;q=9", ";;;", "en;q=NaN", "en-US,en;q=0.5,vi;q=00000000000000000000001"]),
        ("Accept-Encoding", ["gzip", "gzip;q=0", "*;q=0", "br, gzip;q=1.0000000001", "identity;q=0"]),
        ("If-None-Match", ["*", "\"x\"", "W/\"x\"", "\"", ",,,,", "\"unterminated"]),
        ("If-Match", ["\"unit-van-quan=1\"", "*", "\"=\"", "\"unit-x=99999999999999999999\"", "unit-x=1", "\"a=1\",\"a=2\"", "\"\""]),
        ("Content-Encoding", ["gzip", "br", "identity"]),
        ("Range", ["bytes=0-1", "bytes=9999999999-", "bytes=-1,-2,-3"]),
        ("X-Forwarded-For", ["203.0.113.5", "localhost", "::1", "a, b, c"]),
        ("X-Forwarded-Proto", ["https", "ftp"]),
        ("X-Forwarded-Host", ["elsewhere.example", "127.0.0.1"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Authorization", ["Bearer x", "Basic Og==", "Negotiate", "Bearer eyJhbGciOiJub25lIn0.e30."]),
        ("Cookie", ["a=b", "=", ";;;", ".AspNetCore.Antiforgery.x=1", "__Host-ntm=1; __Host-ntm=2"]),
        ("Origin", ["https://elsewhere.example", "null"]),
        ("Expect", ["100-continue", "200-ok"]),
        ("Upgrade", ["websocket", "h2c"]),
    ];

    public static Message Right(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        var method = dice.Pick(route.Methods);
        if (method == "POST" && route.IsPage)
            return Forms.Good(dice, world, Filled(dice, world, route.Path));
        var message = new Message(method == "GET" && dice.OneIn(12) ? "HEAD" : method, Filled(dice, world, route.Path)).With("Host", world.Host);
        foreach (var parameter in route.Parameters)
        {
            if (Needed.Contains(parameter) && method == "POST" || dice.OneIn(2) && !Doubtful.Contains(parameter))
                message.Query.Add((parameter, parameter == "unit" && method == "POST" ? FuzzWorld.District : Values.Good(dice, world, parameter)));
        }

        // The whole record now and then; it is long.
        if (route.Path == "/api/entries" && method == "GET" && !dice.OneIn(20))
            message.Query.Add(("limit", Values.Number(dice, 40)));

        if (method is not "GET")
            GiveBody(dice, world, message, route.Path);
        return message;
    }

    public static Message Slipped(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        var message = Right(dice, world, route);
        for (var slips = 1 + dice.Below(2); slips > 0; slips--)
            Slip(dice, world, message, route);
        return message;
    }

    public static Message Ill(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        if (route.IsPage && route.Takes("POST") && dice.OneIn(2))
            return Forms.Ill(dice, world, Filled(dice, world, route.Path));
        var message = Right(dice, world, route);
        switch (dice.Below(5))
        {
            case 0:
                message.Path = Braces(route.Path, _ => Values.Ill(dice));
                break;
            case 1:
                message.Query.Add((route.Parameters.Count > 0 ? dice.Pick(route.Parameters) : Values.Ill(dice), Values.Ill(dice)));
                break;
            case 2:
                for (var times = 1 + dice.Below(900); times > 0; times--)
                    message.Query.Add((dice.OneIn(2) && route.Parameters.Count > 0 ? route.Parameters[0] : "a", "1"));
                break;
            case 3 when route.Takes("POST"):
                message = new Message("POST", message.Path) { Body = IllBody(dice, world, route.Path) }.With("Host", world.Host).With("Content-Type", TypeOf(route.Path));
                break;
            default:
                message.With(dice.Pick(Odd).Name, Values.Ill(dice).Replace("%0d%0a", " ", StringComparison.Ordinal));
                break;
        }

        return message;
    }

    private static void Slip(Dice dice, FuzzWorld world, Message message, FuzzedRoute route)
    {
        switch (dice.Below(7))
        {
            case 0:
                message.Path = Braces(route.Path, _ => Values.Slip(dice));
                break;
            case 1 when message.Query.Count > 0:
                message.Query[dice.Below(message.Query.Count)] = (dice.Pick(message.Query).Name, Values.Slip(dice));
                break;
            case 2 when message.Query.Count > 0:
                message.Query.Add(dice.Pick(message.Query));
                break;
            case 3:
                message.Query.Add((dice.Pick(["knownat", "KnownAt", "onn", "", "limit[]", "unit.x", "%6fn"]), Values.Slip(dice)));
                break;
            case 4:
                message.Method = dice.Pick(Methods);
                break;
            case 5 when message.Body is not null:
                message.Headers.RemoveAll(header => header.Name == "Content-Type");
                message.With("Content-Type", dice.Pick(MediaTypes));
                break;
            case 6 when message.Body is not null && route.Path == "/api/entries":
                message.Body = Lines.Slipped(dice, world);
                break;
            default:
                var odd = dice.Pick(Odd);
                message.With(odd.Name, dice.Pick(odd.Values));
                break;
        }
    }

    private static void GiveBody(Dice dice, FuzzWorld world, Message message, string path)
    {
        message.Body = path switch
        {
            "/api/tables" => Files.GoodTable(world),
            "/api/reports/verify" => world.Report,
            "/api/units/list" => Files.GoodList(world),
            _ => Lines.Good(dice, world, dice.OneIn(20) ? 200 : 1 + dice.Below(4)),
        };
        message.With("Content-Type", TypeOf(path));
    }

    private static byte[] IllBody(Dice dice, FuzzWorld world, string path) => path switch
    {
        "/api/tables" or "/api/reports/verify" => Files.IllTable(dice, world),
        "/api/units/list" => Files.IllList(dice, world),
        _ => Lines.Ill(dice, world),
    };

    private static string TypeOf(string path) => path switch
    {
        "/api/tables" or "/api/reports/verify" => Workbook,
        "/api/units/list" => "text/csv",
        _ => Ndjson,
    };

    private static string Filled(Dice dice, FuzzWorld world, string path) => Braces(path, name => Values.Good(dice, world, name));

    private static string Braces(string path, Func<string, string> value) => string.Join('/', path.Split('/').Select(segment =>
    {
        var (open, close) = (segment.IndexOf('{', StringComparison.Ordinal), segment.IndexOf('}', StringComparison.Ordinal));
        return open < 0 || close < open ? segment : segment[..open] + value(segment[(open + 1)..close].Split(':', '?', '*')[0]) + segment[(close + 1)..];
    }));
}
