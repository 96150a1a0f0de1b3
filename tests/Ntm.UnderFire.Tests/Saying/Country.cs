using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Ntm.UnderFire.Tests.Saying;

/// <summary>The units spoken of: a province, its districts, their communes, and a commune only the foreign writer speaks of.</summary>
internal static class Country
{
    public const string Province = "tinh";
    public const string OfForeigner = "huyen-0.xa-ngoai";

    private const int Districts = 4;
    private const int Communes = 200;

    public static int Units => 1 + Districts + Communes + 1;

    public static string District(int number) => $"huyen-{Number(number % Districts)}";

    public static string Commune(int number) => $"huyen-{Number(number % Communes % Districts)}.xa-{Number(number % Communes)}";

    public static string[] Established() =>
    [
        Unit(Province, "province", null),
        .. Enumerable.Range(0, Districts).Select(number => Unit(District(number), "district", Province)),
        .. Enumerable.Range(0, Communes).Select(number => Unit(Commune(number), "commune", District(number))),
        Unit(OfForeigner, "commune", District(0)),
    ];

    public static async Task EstablishAsync(Run run)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', Established())));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var response = await run.Client.PostAsync(new Uri(run.Hosts[0].Address, "/api/entries"), content, run.Stopped);
        response.EnsureSuccessStatusCode();
    }

    private static string Unit(string unit, string level, string? parent) =>
        $$"""{"type":"unit_established","unit":"{{unit}}","name":"{{unit}}","level":"{{level}}","effectiveOn":"2010-01-01"{{(parent is null ? "" : $",\"parent\":\"{parent}\"")}}}""";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
