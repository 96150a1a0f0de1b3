using System.CommandLine;
using System.Globalization;
using Ntm.Domain.Access;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Accounts;

namespace Ntm.Host.CommandLine;

/// <summary>The options that say an office: role, area, criteria, name, from and until.</summary>
internal sealed class OfficeOptions
{
    private const string Everything = "all";

    private readonly Option<string> _role = new("--role") { Description = $"Vai trò · the role: {string.Join(", ", Roles.Names.Names)}", Required = true };
    private readonly Option<string?> _area = new("--area") { Description = "Địa bàn: một đơn vị và mọi đơn vị thuộc nó; all hoặc bỏ trống là toàn bộ sổ · the unit whose ground it covers; all or nothing for the whole record" };
    private readonly Option<string?> _criteria = new("--criteria") { Description = "Của cơ quan phụ trách tiêu chí: 1,6,17 · of a criterion office" };
    private readonly Option<string?> _name = new("--office") { Description = "Tên cơ quan · what the office calls itself" };
    private readonly Option<string?> _from = new("--from") { Description = "Giữ từ ngày (mặc định hôm nay) · held from" };
    private readonly Option<string?> _to = new("--to") { Description = "Ngày đầu tiên không còn giữ · the first day it is held no longer" };

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_role, _area, _criteria, _name, _from, _to])
            command.Options.Add(option);
    }

    /// <returns>Null where an option cannot be read; <see cref="RefuseAsync"/> tells which.</returns>
    internal HeldOffice? Read(ParseResult parsed, DateOnly today) => FaultIn(parsed) is null
        ? new HeldOffice(
            Guid.NewGuid(),
            new Office(RoleOf(parsed.GetRequiredValue(_role))!.Value, AreaOf(parsed.GetValue(_area)), CriteriaOf(parsed.GetValue(_criteria)), parsed.GetValue(_name)?.Trim().Normalize()),
            DayOf(parsed.GetValue(_from)) ?? today, DayOf(parsed.GetValue(_to)))
        : null;

    internal async Task<int> RefuseAsync(CommandContext context, ParseResult parsed)
    {
        await context.Error.WriteLineAsync(FaultIn(parsed));
        return ExitCodes.Usage;
    }

    internal static string Describe(HeldOffice held) =>
        $"{Roles.Names.NameOf(held.Office.Role)} / {held.Office.Area?.Value ?? Everything}, {VietnamCalendar.Format(held.From)} – {(held.To is { } to ? VietnamCalendar.Format(to) : "")}";

    internal static bool Matches(HeldOffice held, string role, string? area) =>
        held.Office.Role == RoleOf(role) && (held.Office.Area?.Value ?? Everything) == (string.IsNullOrEmpty(area) ? Everything : area);

    /// <summary>With hyphens too: somebody types what he is used to.</summary>
    internal static Role? RoleOf(string text) => Roles.Names.TryParse(text.Replace('-', '_'), out var role) ? role : null;

    private string? FaultIn(ParseResult parsed)
    {
        if (RoleOf(parsed.GetRequiredValue(_role)) is null)
            return $"--role: {string.Join(", ", Roles.Names.Names)}";
        if (parsed.GetValue(_area) is { Length: > 0 } area && area != Everything && !UnitId.TryParse(area, out _))
            return $"--area: '{area}' không phải định danh đơn vị · is not the identity of a unit";
        if (parsed.GetValue(_criteria) is { } criteria && CriteriaOf(criteria).Length == 0)
            return "--criteria: 1,6,17";
        foreach (var (name, text) in new[] { ("--from", parsed.GetValue(_from)), ("--to", parsed.GetValue(_to)) })
        {
            if (text is not null && DayOf(text) is null)
                return $"{name}: YYYY-MM-DD";
        }

        return DayOf(parsed.GetValue(_to)) is { } to && DayOf(parsed.GetValue(_from)) is { } from && to <= from ? "--to phải sau --from · must come after --from" : null;
    }

    private static UnitId? AreaOf(string? text) => string.IsNullOrEmpty(text) || text == Everything ? null : UnitId.Parse(text);

    private static DateOnly? DayOf(string? text) => text is not null && VietnamCalendar.TryParseDay(text, out var day) ? day : null;

    private static int[] CriteriaOf(string? text)
    {
        var numbers = new List<int>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return [];
            numbers.Add(number);
        }

        return [.. numbers.Distinct().Order()];
    }
}
