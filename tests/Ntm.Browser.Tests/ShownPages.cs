namespace Ntm.Browser.Tests;

/// <summary>Every page of the product with an address that shows it at work. A page that is missing here fails the suite.</summary>
internal static class ShownPages
{
    /// <summary>Of a host with accounts, asked for by an administrator.</summary>
    internal static IReadOnlyList<(string Pattern, string Address)> OfAccounts { get; } =
    [
        ("/account", "/account"),
        ("/accounts", "/accounts"),
        ("/accounts/{AccountName}", "/accounts/quan-tri"),
    ];

    /// <summary>Of the demonstration, open on its own machine.</summary>
    internal static IReadOnlyList<(string Pattern, string Address)> OfDemo { get; } =
    [
        ("/", "/"),
        ("/search", "/search?q=van an"),
        ("/entries/{EntryId}", "/entries/44fa29de-67e7-521b-bfbd-cdfdf3ef1894"),
        ("/minutes", "/minutes?unit=van-quan&on=2018-12-31&set=ntm-2016-2020&assessedBy=district"),
        ("/units/{UnitSlug}", "/units/van-quan.van-an?on=2018-12-31"),
        ("/units/{UnitSlug}/plane", "/units/van-quan/plane?on=2018-12-31"),
        ("/units/{UnitSlug}/titles", "/units/van-quan.van-an/titles?on=2018-12-31"),
        ("/units/{UnitSlug}/dossiers/step", "/units/van-quan.van-an/dossiers/step"),
        ("/units/{UnitSlug}/appraisal-sheet", "/units/van-quan.van-mong/appraisal-sheet?on=2018-12-31"),
        ("/dossiers/{DossierSlug}", "/dossiers/van-quan.van-an.ntm-2018?on=2018-12-31"),
        ("/titles/watch", "/titles/watch?under=van-quan&on=2018-12-31"),
        ("/inspections", "/inspections?under=van-quan&on=2018-12-31"),
        ("/units/{UnitSlug}/inspections", "/units/van-quan.van-mong/inspections?on=2018-12-31"),
        ("/plans", "/plans"),
        ("/plans/{PlanSlug}", "/plans/van-quan.15-kh-ubnd-2018"),
        ("/plans/{PlanSlug}/check", "/plans/van-quan.15-kh-ubnd-2018/check"),
        ("/plans/{PlanSlug}/result", "/plans/van-quan.15-kh-ubnd-2018/result"),
        ("/reports", "/reports"),
        ("/tables", "/tables"),
        ("/evidence", "/evidence"),
        ("/sign-in", "/sign-in"),
    ];
}
