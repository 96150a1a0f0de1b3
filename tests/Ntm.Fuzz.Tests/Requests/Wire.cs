using System.Globalization;
using System.Text;
using Ntm.Fuzz.Tests.Routes;
using Ntm.Host.Tests.Reading;

namespace Ntm.Fuzz.Tests.Requests;

/// <summary>What no library would send: addresses, heads, lengths and chunks that HTTP does not know, and bodies that come as they like.</summary>
internal static class Wire
{
    private static readonly TimeSpan ABreath = TimeSpan.FromMilliseconds(150);

    private static readonly string[] Targets =
    [
        "/../../etc/passwd", "/api/units/..%2f..%2fstatus", "//", "/api//units", "/api/units/%2f/status", "/%00", "/api\\units", "/api/units;a=b/x/status", "/./api/./units",
        "/api/units/van-quan%2Fstatus", "/style.css/..;/api", "http://elsewhere.example/api/units", "https://127.0.0.1/", "*", "127.0.0.1:80", "", "/%", "/%e0%80%af", "/\u00ff\u00fe", "/a b", "/#", "?", "/?", "/?&&&=&=",
        "/openapi/../v1.json", "/openapi/%2e%2e%2fv1.json", "/openapi/v2.json", "/OPENAPI/V1.JSON", "/Tables", "/tables/",
    ];

    private static readonly string[] Heads =
    [
        "GET / HTTP/9.9\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\r\n\r\n\r\n", "\0\0\0\0\r\n\r\n", "GET / HTTP/1.1\nHost: 127.0.0.1\n\n",
        "GET  /  HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "GET / HTTP/1.1 \r\n\r\n", "get / http/1.1\r\n\r\n", "A B C D\r\n\r\n", ": : HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
        "SSH-2.0-fuzz\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n", "GET / HTTP/1.1\r\n: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
    ];

    private static readonly string[] Lengths = ["-1", "+5", "5, 5", "5, 6", "0x10", "1e3", "99999999999999999999", "9223372036854775807", "67108865", "", " ", "５"];

    private static readonly string[] Chunks =
    [
        "ffffffffffffffff\r\n", "-1\r\n", "zz\r\n", "5\r\nabc", "5;a=" + new string('x', 20_000) + "\r\nabcde\r\n0\r\n\r\n", "0\r\nContent-Length: 5\r\nX-Injected: 1\r\n\r\n", "5\r\nabcdeXX0\r\n\r\n", "\r\n", "0\n\n", "00000000000000000000005\r\nabcde\r\n0\r\n\r\n",
        "1\r\na\r\n1\r\nb\r\n", "0\r\n" + new string('a', 40_000) + ": b\r\n\r\n", "7fffffff\r\n", "5\rabcde\r0\r\r",
    ];

    private static readonly string[] Codings = ["chunked", "gzip, chunked", "chunked, chunked", "identity", "xchunked", " chunked", "chunked;q=1", ""];

    private static readonly string[] HostLines = ["Host: elsewhere.example", "Host: 127.0.0.1\r\nHost: elsewhere.example", "Host: ", "Host: a b", "Host: 127.0.0.1:99999999", "Host: [::1", "Host: \u00e1.example", "X: y"];

    public static FuzzRequest Of(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        var right = Messages.Right(dice, world, route);
        return dice.Below(16) switch
        {
            0 or 1 => Raw("a path that goes elsewhere", $"GET {dice.Pick(Targets)} HTTP/1.1\r\nHost: {world.Host}\r\nConnection: close\r\n\r\n"),
            2 => Raw("no head of HTTP", dice.Pick(Heads)) with { Ending = Ending.HalfCloses },
            3 => Flood(dice, world, right),
            4 => Raw("another host", $"GET {right.Target} HTTP/1.1\r\n{dice.Pick(HostLines)}\r\nConnection: close\r\n\r\n"),
            5 => Odd(dice, world, right),
            6 => Lies(dice, world, route),
            7 or 8 => Chunked(dice, world, route),
            9 => InPieces(dice, world, route),
            10 => HalfSaid(dice, world, route),
            11 => Twice(dice, world, right),
            12 => Raw("noise", Encoding.Latin1.GetString(Lines.Bytes(dice, 1 + dice.Below(3_000)))) with { Ending = Ending.HalfCloses },
            13 => new(Intent.Hostile, "a request with bytes turned", [new Piece(Turned(dice, world, route))]) { MayGoUnanswered = true, Ending = Ending.HalfCloses },
            14 => Raw("an endless address", $"GET /{new string('a', 1 + dice.Below(20_000))} HTTP/1.1\r\nHost: {world.Host}\r\nConnection: close\r\n\r\n"),
            _ => Raw("a path of segments", $"GET {string.Concat(Enumerable.Repeat(dice.Pick(["/a", "/..", "/%2e", "/."]), 1 + dice.Below(2_500)))} HTTP/1.1\r\nHost: {world.Host}\r\nConnection: close\r\n\r\n"),
        };
    }

    /// <summary>A body that stops coming, or comes by the byte: it takes the server some seconds to have enough.</summary>
    public static FuzzRequest Slow(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        var head = Of(dice, world, route, "1000");
        return dice.Below(3) switch
        {
            0 => Raw("a body that never comes", [new Piece(head)]),
            1 => Raw("a head that never ends", [new Piece(Encoding.Latin1.GetBytes($"GET / HTTP/1.1\r\nHost: {world.Host}\r\nX: "))]),
            _ => Raw("a body by the byte", [new Piece(head), .. Enumerable.Range(0, 40).Select(_ => new Piece([(byte)'{'], TimeSpan.FromMilliseconds(400)))]),
        };
    }

    private static FuzzRequest Flood(Dice dice, FuzzWorld world, Message right)
    {
        var flood = dice.Below(4) switch
        {
            0 => string.Concat(Enumerable.Range(0, 1 + dice.Below(400)).Select(number => $"X-{number}: a\r\n")),
            1 => $"X-Long: {new string('a', 1 + dice.Below(60_000))}\r\n",
            2 => string.Concat(Enumerable.Repeat("Cookie: a=b\r\n", 1 + dice.Below(200))),
            _ => $"Accept-Language: {string.Join(',', Enumerable.Repeat("vi;q=0.5", 1 + dice.Below(3_000)))}\r\n",
        };
        return Raw("a flood of headers", $"GET {right.Target} HTTP/1.1\r\nHost: {world.Host}\r\n{flood}Connection: close\r\n\r\n");
    }

    private static FuzzRequest Odd(Dice dice, FuzzWorld world, Message right) => Raw("an odd header", $"GET {right.Target} HTTP/1.1\r\nHost: {world.Host}\r\n" + dice.Pick(
    [
        "X\0: a\r\n", "X: a\0b\r\n", "X : a\r\n", "\u00e1: a\r\n", "X: \u00e1\u0080\r\n", "X\r\n", "X: a\rX-Injected: 1\r\n", "X: a\nX-Injected: 1\r\n", " X: a\r\n", "Connection: keep-alive, X, close\r\n", "Transfer-Encoding: chunked\r\n",
        "Content-Length: 5\r\n", "Expect: 100-continue\r\nContent-Length: 5\r\n", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nConnection: Upgrade, HTTP2-Settings\r\n", "Te: trailers, deflate;q=0.5\r\n",
    ]) + "Connection: close\r\n\r\n") with { Ending = Ending.HalfCloses };

    private static FuzzRequest Lies(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        // Never a length at which what was said before it would be a whole lawful line.
        byte[] body = [.. Lines.Good(dice, world, 1)[..^1]];
        var length = dice.Below(3) switch
        {
            0 => dice.Pick(Lengths),
            1 => (body.Length + 1 + dice.Below(5_000)).ToString(CultureInfo.InvariantCulture),
            _ => dice.Below(body.Length).ToString(CultureInfo.InvariantCulture),
        };
        return Raw($"a body of {body.Length} bytes said to have '{length}'", [new Piece([.. Of(dice, world, route, length), .. body])]) with { Ending = dice.OneIn(2) ? Ending.HangsUp : Ending.HalfCloses };
    }

    private static FuzzRequest Chunked(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        var head = Encoding.Latin1.GetString(Of(dice, world, route, dice.OneIn(3) ? "5" : null));
        return Raw("chunks that are none", head.Replace("Connection: close", $"Transfer-Encoding: {dice.Pick(Codings)}\r\nConnection: close", StringComparison.Ordinal) + dice.Pick(Chunks)) with { Ending = Ending.HalfCloses };
    }

    private static FuzzRequest InPieces(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        var bytes = Messages.Right(dice, world, route).ToBytes();
        var cuts = Enumerable.Range(0, 3).Select(_ => dice.Below(bytes.Length)).Order().ToList();
        return new(Intent.NearlyValid, "a right request in pieces",
        [
            new Piece(bytes[..cuts[0]], ABreath), new Piece(bytes[cuts[0]..cuts[1]], ABreath), new Piece(bytes[cuts[1]..cuts[2]], ABreath), new Piece(bytes[cuts[2]..]),
        ])
        {
            IsHead = bytes.AsSpan().StartsWith("HEAD "u8),
        };
    }

    // Cut inside the head or inside the last line: nothing of it is whole.
    private static FuzzRequest HalfSaid(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        var bytes = Messages.Right(dice, world, route).ToBytes();
        var left = Math.Max(1, bytes.Length - 1 - dice.Below(Math.Min(bytes.Length - 1, 400)));
        return Raw("half a request", [new Piece(bytes[..left])]) with { Ending = dice.OneIn(2) ? Ending.HangsUp : Ending.HalfCloses };
    }

    private static FuzzRequest Twice(Dice dice, FuzzWorld world, Message right)
    {
        var one = $"GET {(right.Method == "GET" ? right.Target : "/healthz")} HTTP/1.1\r\nHost: {world.Host}\r\n\r\n";
        return Raw("several at once", string.Concat(Enumerable.Repeat(one, 1 + dice.Below(30))) + $"GET /healthz HTTP/1.1\r\nHost: {world.Host}\r\nConnection: close\r\n\r\n");
    }

    // Only requests that write nothing: one with a letter turned may well be lawful, and its answer must then be there.
    private static byte[] Turned(Dice dice, FuzzWorld world, FuzzedRoute route)
    {
        var message = Messages.Right(dice, world, route);
        return Files.Flipped(dice, message.Method is "GET" or "HEAD" ? message.ToBytes() : new Message("GET", message.Path).With("Host", world.Host).ToBytes());
    }

    private static byte[] Of(Dice dice, FuzzWorld world, FuzzedRoute route, string? length)
    {
        var path = route.Takes("POST") ? route.Path : dice.Pick(["/api/entries", "/api/tables", "/tables", "/api/units/list", "/api/reports/verify"]);
        return new Message("POST", path).With("Host", world.Host).With("Content-Type", path == "/tables" ? Forms.MediaType : "application/x-ndjson").HeadBytes(length);
    }

    private static FuzzRequest Raw(string what, string text) => Raw(what, [new Piece(Encoding.Latin1.GetBytes(text))]);

    private static FuzzRequest Raw(string what, IReadOnlyList<Piece> pieces) => new(Intent.Hostile, what, pieces) { MayGoUnanswered = true };
}
