using System.Globalization;
using Ntm.Domain.Access;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Domain.Units;

namespace Ntm.Host.Accounts;

/// <summary>An office as somebody wrote it, on a page or in a request.</summary>
/// <param name="Area">Empty, or <c>all</c>: the whole record.</param>
/// <param name="Criteria">Of a criterion office: 1,6,17.</param>
internal sealed record OfficeText(string? Role, string? Area, string? Criteria, string? Name, string? From, string? To)
{
    private const string Everything = "all";

    internal Read<HeldOffice> Read(DateOnly today)
    {
        if (!Roles.Names.TryParse(Role ?? "", out var role))
            return Fault("role", $"cần một vai trò: {string.Join(", ", Roles.Names.Names)}", $"takes a role: {string.Join(", ", Roles.Names.Names)}");
        UnitId? area = null;
        if (!string.IsNullOrWhiteSpace(Area) && Area.Trim() != Everything)
        {
            if (!UnitId.TryParse(Area.Trim(), out var unit))
                return Fault("area", $"'{Area}' không phải định danh đơn vị", $"'{Area}' is not the identity of a unit");
            area = unit;
        }

        if (CriteriaOf(Criteria) is not { } criteria || (criteria.Length > 0 && role != Domain.Access.Role.CriterionOffice))
            return Fault("criteria", "của cơ quan phụ trách tiêu chí: 1,6,17", "of a criterion office: 1,6,17");
        if (DayOf(From, today) is not { } from)
            return Fault("from", "cần một ngày, YYYY-MM-DD", "takes a day, YYYY-MM-DD");
        if (DayOf(To, DateOnly.MaxValue) is not { } to || to <= from)
            return Fault("to", "cần một ngày sau ngày bắt đầu, YYYY-MM-DD", "takes a day after the first, YYYY-MM-DD");
        var name = string.IsNullOrWhiteSpace(Name) ? null : Name.Trim().Normalize();
        return new(new HeldOffice(Guid.NewGuid(), new Office(role, area, criteria, name), from, string.IsNullOrWhiteSpace(To) ? null : to), null);
    }

    /// <returns>What is meant where nothing is said; null for what is no day.</returns>
    internal static DateOnly? DayOf(string? text, DateOnly otherwise) =>
        string.IsNullOrWhiteSpace(text) ? otherwise : VietnamCalendar.TryParseDay(text.Trim(), out var day) ? day : null;

    private static int[]? CriteriaOf(string? text)
    {
        var numbers = new SortedSet<int>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
                return null;
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static Read<HeldOffice> Fault(string field, string vietnamese, string english) => new(null, AccountRefusals.Office(field, vietnamese, english));
}

/// <summary>What was read, or why not.</summary>
internal readonly record struct Read<T>(T? Value, Refusal? Refusal) where T : class;
