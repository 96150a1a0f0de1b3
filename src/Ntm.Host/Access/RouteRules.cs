using Ntm.Domain.Access;

namespace Ntm.Host.Access;

/// <summary>What a rule of access stands for: an HTTP method and the pattern of a route, or a command.</summary>
/// <param name="Method">An HTTP method; <c>ntm</c> for a command.</param>
/// <param name="Pattern">As routing knows it, or the command's words.</param>
public sealed record AccessRule(string Method, string Pattern, AccessRight Right);

/// <summary>
/// The one table of access rules: every route and every command of the product, and the right it asks for; which roles hold a right,
/// <see cref="AccessRights"/> says, and which entries a role records where, <see cref="RecordingRights"/>. A route that does not stand
/// here is refused to everybody.
/// </summary>
public static class RouteRules
{
    /// <summary>Of a command.</summary>
    public const string Command = "ntm";

    private const string Get = "GET";
    private const string Post = "POST";
    private const string Delete = "DELETE";

    public static IReadOnlyList<AccessRule> All { get; } =
    [
        new(Get, "/healthz", AccessRight.Open),
        new(Get, "/readyz", AccessRight.Open),
        new(Get, "/style.css", AccessRight.Open),
        new(Get, "/scripts/plane.js", AccessRight.Open),
        new(Get, "/scripts/live.js", AccessRight.Open),
        new(Get, "/scripts/minutes.js", AccessRight.Open),
        new(Get, "/language/{code}", AccessRight.Open),
        new(Get, "/sign-in", AccessRight.Open),
        new(Post, "/sign-in", AccessRight.Open),
        new(Get, "/sign-in/outside", AccessRight.Open),
        new(Get, "/sign-in/outside/return", AccessRight.Open),
        new(Post, "/sign-out", AccessRight.OwnAccount),

        new(Get, "/metrics", AccessRight.Read),
        new(Get, "/openapi/{documentName}.json", AccessRight.Read),
        new(Get, "/api/entries", AccessRight.Read),
        new(Get, "/api/entries/{entry}", AccessRight.Read),
        new(Get, "/api/units", AccessRight.Read),
        new(Get, "/api/units/{unit}/status", AccessRight.Read),
        new(Get, "/api/units/{unit}/matrix", AccessRight.Read),
        new(Get, "/api/units/{unit}/history", AccessRight.Read),
        new(Get, "/api/units/{unit}/periods", AccessRight.Read),
        new(Get, "/api/units/{unit}/diff", AccessRight.Read),
        new(Get, "/api/units/{unit}/plane", AccessRight.Read),
        new(Get, "/api/units/{unit}/roll-up", AccessRight.Read),
        new(Get, "/api/units/{unit}/course", AccessRight.Read),
        new(Get, "/api/search", AccessRight.Read),
        new(Get, "/api/head", AccessRight.Read),
        new(Get, "/api/units/{unit}/reports/{kind}", AccessRight.Read),
        new(Get, "/api/reports", AccessRight.Read),
        new(Post, "/api/reports/verify", AccessRight.Read),
        new(Get, "/api/plans", AccessRight.Read),
        new(Get, "/api/plans/{plan}", AccessRight.Read),
        new(Get, "/api/plans/{plan}/check", AccessRight.Read),
        new(Get, "/api/plans/{plan}/result", AccessRight.Read),
        new(Get, "/api/plans/{plan}/tasks", AccessRight.Read),
        new(Get, "/api/units/{unit}/titles", AccessRight.Read),
        new(Get, "/api/units/{unit}/appraisal-sheet", AccessRight.Read),
        new(Get, "/api/dossiers/{dossier}", AccessRight.Read),
        new(Get, "/api/dossiers/{dossier}/basis", AccessRight.Read),
        new(Get, "/api/titles/watch", AccessRight.Read),
        new(Get, "/api/units/{unit}/inspections", AccessRight.Read),
        new(Get, "/api/inspections", AccessRight.Read),
        new(Get, "/api/tables/template", AccessRight.Read),

        new(Get, "/", AccessRight.Read),
        new(Get, "/search", AccessRight.Read),
        new(Get, "/entries/{EntryId}", AccessRight.Read),
        new(Post, "/entries/{EntryId}", AccessRight.Record),
        new(Get, "/minutes", AccessRight.Record),
        new(Post, "/minutes", AccessRight.Record),
        new(Get, "/units/{UnitSlug}", AccessRight.Read),
        new(Get, "/units/{UnitSlug}/plane", AccessRight.Read),
        new(Get, "/units/{UnitSlug}/titles", AccessRight.Read),
        new(Get, "/dossiers/{DossierSlug}", AccessRight.Read),
        new(Get, "/titles/watch", AccessRight.Read),
        new(Get, "/units/{UnitSlug}/dossiers/step", AccessRight.Record),
        new(Post, "/units/{UnitSlug}/dossiers/step", AccessRight.Record),
        new(Get, "/units/{UnitSlug}/appraisal-sheet", AccessRight.Read),
        new(Get, "/plans", AccessRight.Read),
        new(Get, "/plans/{PlanSlug}", AccessRight.Read),
        new(Get, "/plans/{PlanSlug}/check", AccessRight.Read),
        new(Get, "/plans/{PlanSlug}/result", AccessRight.Read),
        new(Get, "/reports", AccessRight.Read),
        new(Post, "/reports", AccessRight.Read),
        new(Get, "/units/{UnitSlug}/inspections", AccessRight.Read),
        new(Get, "/inspections", AccessRight.Read),
        new(Get, "/tables", AccessRight.Read),

        new(Post, "/api/entries", AccessRight.Record),
        new(Post, "/api/units/list", AccessRight.Read),
        new(Post, "/api/tables", AccessRight.Record),
        new(Post, "/tables", AccessRight.Record),
        new(Post, "/units/{UnitSlug}/inspections", AccessRight.Record),

        new(Post, "/api/evidence", AccessRight.StoreEvidence),
        new(Get, "/api/evidence/{sha256}", AccessRight.ReadEvidence),
        new(Get, "/api/evidence/{sha256}/openings", AccessRight.ReadOpenings),
        new(Get, "/api/evidence/{sha256}/citations", AccessRight.Read),
        new(Get, "/evidence", AccessRight.Read),
        new(Post, "/evidence", AccessRight.StoreEvidence),

        new(Get, "/account", AccessRight.OwnAccount),
        new(Post, "/account", AccessRight.OwnAccount),

        new(Get, "/accounts", AccessRight.KeepAccounts),
        new(Post, "/accounts", AccessRight.KeepAccounts),
        new(Get, "/accounts/{AccountName}", AccessRight.KeepAccounts),
        new(Post, "/accounts/{AccountName}", AccessRight.KeepAccounts),
        new(Get, "/api/accounts", AccessRight.KeepAccounts),
        new(Post, "/api/accounts", AccessRight.KeepAccounts),
        new(Post, "/api/accounts/{name}/offices", AccessRight.KeepAccounts),
        new(Post, "/api/accounts/{name}/offices/{office}/end", AccessRight.KeepAccounts),
        new(Post, "/api/accounts/{name}/password", AccessRight.KeepAccounts),
        new(Post, "/api/accounts/{name}/close", AccessRight.KeepAccounts),
        new(Post, "/api/accounts/{name}/open", AccessRight.KeepAccounts),
        new(Post, "/api/accounts/{name}/person", AccessRight.KeepAccounts),
        new(Delete, "/api/accounts/{name}/person", AccessRight.KeepAccounts),
        new(Get, "/api/accounts/{name}/acts", AccessRight.KeepAccounts),

        new(Command, "serve", AccessRight.HoldTheDatabase),
        new(Command, "demo", AccessRight.HoldTheDatabase),
        new(Command, "export", AccessRight.HoldTheDatabase),
        new(Command, "status", AccessRight.HoldTheDatabase),
        new(Command, "matrix", AccessRight.HoldTheDatabase),
        new(Command, "report", AccessRight.HoldTheDatabase),
        new(Command, "report list", AccessRight.HoldTheDatabase),
        new(Command, "report verify", AccessRight.HoldTheDatabase),
        new(Command, "appraisal-sheet", AccessRight.HoldTheDatabase),
        new(Command, "history", AccessRight.HoldTheDatabase),
        new(Command, "periods", AccessRight.HoldTheDatabase),
        new(Command, "diff", AccessRight.HoldTheDatabase),
        new(Command, "inspections", AccessRight.HoldTheDatabase),
        new(Command, "plan list", AccessRight.HoldTheDatabase),
        new(Command, "plan show", AccessRight.HoldTheDatabase),
        new(Command, "plan check", AccessRight.HoldTheDatabase),
        new(Command, "plan template", AccessRight.HoldTheDatabase),
        new(Command, "plan result", AccessRight.HoldTheDatabase),
        new(Command, "plan tasks", AccessRight.HoldTheDatabase),
        new(Command, "titles", AccessRight.HoldTheDatabase),
        new(Command, "titles watch", AccessRight.HoldTheDatabase),
        new(Command, "dossier", AccessRight.HoldTheDatabase),
        new(Command, "evidence add", AccessRight.StoreEvidence),
        new(Command, "evidence get", AccessRight.ReadEvidence),
        new(Command, "evidence check", AccessRight.HoldTheDatabase),
        new(Command, "backup", AccessRight.HoldTheDatabase),
        new(Command, "restore", AccessRight.HoldTheDatabase),
        new(Command, "rebuild", AccessRight.HoldTheDatabase),
        new(Command, "check", AccessRight.HoldTheDatabase),
        new(Command, "import template", AccessRight.HoldTheDatabase),
        new(Command, "token", AccessRight.HoldTheDatabase),
        new(Command, "user add", AccessRight.HoldTheDatabase),
        new(Command, "user list", AccessRight.HoldTheDatabase),
        new(Command, "user office", AccessRight.HoldTheDatabase),
        new(Command, "user end-office", AccessRight.HoldTheDatabase),
        new(Command, "user password", AccessRight.HoldTheDatabase),
        new(Command, "user person", AccessRight.HoldTheDatabase),
        new(Command, "user erase-person", AccessRight.HoldTheDatabase),
        new(Command, "user link", AccessRight.HoldTheDatabase),
        new(Command, "user close", AccessRight.HoldTheDatabase),
        new(Command, "user open", AccessRight.HoldTheDatabase),
        new(Command, "user acts", AccessRight.HoldTheDatabase),
        new(Command, "user renew-key", AccessRight.HoldTheDatabase),

        new(Command, "import", AccessRight.Record),
        new(Command, "import units", AccessRight.Record),
        new(Command, "import table", AccessRight.Record),
        new(Command, "plan validate", AccessRight.HoldTheDatabase),
        new(Command, "plan import", AccessRight.Record),
        new(Command, "plan schedule", AccessRight.Record),
    ];

    private static readonly Dictionary<(string, string), AccessRule> ByRoute = All.ToDictionary(rule => (rule.Method, rule.Pattern));

    /// <summary>As it stands in the table: one slash before, none behind.</summary>
    public static string PatternOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.Trim('/')}";

    /// <returns>Null for what has no rule: it is refused.</returns>
    public static AccessRule? Of(string method, string pattern) => ByRoute.GetValueOrDefault((method, pattern));
}
