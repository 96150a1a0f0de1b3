using System.Globalization;

namespace Ntm.Testing;

/// <summary>A province of more communes than a page shows at once: two districts, and three communes directly under it.</summary>
public static class WideProvince
{
    public const string Province = "rong";
    public const int OfEast = 90;
    public const int OfWest = 70;
    public const int Direct = 3;

    /// <summary>In the east every commune attained criterion 1, in the west it was found that none did.</summary>
    public static string[] Lines() =>
    [
        Unit(Province, "Rộng", "province", null), Unit($"{Province}.dong", "Phía Đông", "district", Province), Unit($"{Province}.tay", "Phía Tây", "district", Province),
        .. Communes("dong", OfEast), .. Communes("tay", OfWest),
        .. Enumerable.Range(1, Direct).Select(number => Unit($"{Province}.xa-{number}", $"Trực thuộc {number}", "commune", Province)),
        .. Enumerable.Range(1, OfEast).Select(number => Finding($"{Province}.dong.xa-{number}", "criterion_attained")),
        .. Enumerable.Range(1, OfWest).Select(number => Finding($"{Province}.tay.xa-{number}", "criterion_not_attained")),
    ];

    private static IEnumerable<string> Communes(string district, int count) => Enumerable.Range(1, count).Select(number => Unit(
        $"{Province}.{district}.xa-{number}", string.Create(CultureInfo.InvariantCulture, $"Xã số {number}"), "commune", $"{Province}.{district}"));

    private static string Unit(string unit, string name, string level, string? parent) =>
        $$"""{"type":"unit_established","unit":"{{unit}}","effectiveOn":"2010-01-01","name":"{{name}}","level":"{{level}}"{{(parent is null ? "" : $",\"parent\":\"{parent}\"")}}}""";

    private static string Finding(string unit, string type) =>
        $$"""{"type":"{{type}}","unit":"{{unit}}","effectiveOn":"2018-06-30","set":"ntm-2016-2020","criterion":1,"assessedBy":"district"}""";
}
