namespace Ntm.Host.Tests.Reading;

internal static class PlainSets
{
    public const int Criteria = 19;

    public static readonly IReadOnlyList<string> Ids = ["ntm-2016-2020", "ntm-2021-2025"];

    // 1980/QĐ-TTg, then 318/QĐ-TTg; on any other day no set at hand is in force.
    public static string? InForceOn(DateOnly on) =>
        on >= new DateOnly(2016, 12, 1) && on <= new DateOnly(2022, 3, 7) ? "ntm-2016-2020"
        : on >= new DateOnly(2022, 3, 8) && on <= new DateOnly(2026, 2, 14) ? "ntm-2021-2025"
        : null;
}

internal static class PlainAssessors
{
    public static readonly IReadOnlyList<string> InOrder = ["commune", "district", "province", "inspection", "audit"];

    /// <summary>Takes the form of the query, official when absent; gives the order in which answers list assessors.</summary>
    public static IReadOnlyList<string> Of(string? assessedBy) => assessedBy switch
    {
        null or "official" => ["district", "province", "inspection", "audit"],
        "all" => InOrder,
        _ => [.. InOrder.Where(name => assessedBy.Split(',').Contains(name, StringComparer.Ordinal))],
    };
}
