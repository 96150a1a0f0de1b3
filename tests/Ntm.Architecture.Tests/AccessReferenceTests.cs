using System.Globalization;
using System.Text;
using Ntm.Domain.Access;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Host.Access;

namespace Ntm.Architecture.Tests;

/// <summary>docs/reference/access.md says what the tables of the product say, row by row.</summary>
public sealed class AccessReferenceTests
{
    [Fact]
    public void The_rights_of_every_role_are_told() => Told("rights", Table(
        ["right", .. Roles.Names.Names],
        AccessRights.All.Select(row => new[] { $"*{row.Right}*" }.Concat(Roles.Names.Values.Select(role => row.Roles.Contains(role) ? "✓" : "")))));

    [Fact]
    public void What_every_role_records_is_told() => Told("recording", Table(
        ["type", "`assessedBy`", "area at least", .. Roles.Names.Names],
        RecordingRights.All.Select(row => new[]
        {
            string.Join(", ", row.Types.Select(type => $"`{type}`")), row.AssessedBy is { } by ? $"`{Assessors.Names.NameOf(by)}`" : "",
            row.AreaLevel is { } level ? UnitLevels.Names.NameOf(level) : "",
        }.Concat(Roles.Names.Values.Select(role => row.Roles.Contains(role) ? "✓" : "")))));

    [Fact]
    public void Every_route_and_command_is_told_with_its_right() => Told("routes", Table(
        ["", "route or command", "right"], RouteRules.All.Select(rule => new[] { rule.Method, $"`{rule.Pattern}`", $"*{rule.Right}*" })));

    private static void Told(string mark, string table) =>
        Assert.True(
            Product.Reference("access.md").Contains($"<!-- {mark} -->\n\n{table}", StringComparison.Ordinal), $"docs/reference/access.md must hold after '{mark}':\n{table}");

    private static string Table(IEnumerable<string> heading, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        var columns = heading.ToList();
        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        return text.ToString();
    }
}
