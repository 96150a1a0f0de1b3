using System.Globalization;
using Ntm.Domain.Units;
using Ntm.Host.OfficialLists;
using Ntm.Host.Pages;
using Ntm.Projections.OfficialLists;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary>The differences between a list and the record, for people.</summary>
internal static class DifferencesTable
{
    private static readonly (string Kind, string Word)[] Kinds =
    [
        (DifferenceKinds.Recoded, "đổi mã"), (DifferenceKinds.Reparented, "đổi cấp trên"), (DifferenceKinds.LevelChanged, "đổi cấp"),
        (DifferenceKinds.New, "mới"), (DifferenceKinds.Gone, "không còn"), (DifferenceKinds.Doubtful, "chưa rõ"),
    ];

    internal static void Write(CommandContext context, ListAnswer answer)
    {
        context.Output.WriteLine($"{answer.Under ?? "cả nước"} · {Words.Day(answer.On)} · biết đến số {answer.Sequence}");
        if (answer.Differences.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple);
            foreach (var column in (string[])["Dòng", "Khác biệt", "Đơn vị", "Danh mục", "Sổ", "Lưu ý"])
                table.AddColumn(column);
            foreach (var difference in answer.Differences)
                table.AddRow([.. Cells(difference).Select(Markup.Escape)]);
            TerminalTable.Write(context, table);
        }

        var counts = Kinds.Select(kind => $"{kind.Word} {answer.Differences.Count(difference => difference.Kind == kind.Kind)}");
        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Khớp {answer.Same.Count} · {string.Join(" · ", counts)}"));
        if (answer.IgnoredColumns.Count > 0)
            context.Output.WriteLine($"Cột không dùng đến: {string.Join(", ", answer.IgnoredColumns)}");
        if (answer.LinesWithoutUnit.Count > 0)
            context.Output.WriteLine($"Dòng không có tên đơn vị: {string.Join(", ", answer.LinesWithoutUnit)}");
        context.Output.WriteLine("Chưa ghi gì. Để ghi: --confirm all, hoặc --write-differences TỆP, xem và sửa, rồi --confirm TỆP · nothing is recorded yet");
    }

    private static IEnumerable<string> Cells(UnitDifference difference)
    {
        yield return difference.Line?.ToString(CultureInfo.InvariantCulture) ?? "";
        yield return Array.Find(Kinds, kind => kind.Kind == difference.Kind).Word;
        yield return difference.NewUnit is { } other ? $"{difference.Unit} / {other}" : difference.Unit;
        yield return difference.Line is null ? "" : Told(difference.Name, difference.Level, difference.Parent, difference.Code);
        yield return difference.Was is { } was ? Told(was.Name, was.Level, was.Parent, was.Code) : "";
        yield return string.Join("; ", Remarks(difference));
    }

    private static string Told(string? name, string? level, string? parent, string? code)
    {
        var word = UnitLevels.Names.TryParse(level, out var known) ? Words.LevelBeforeName(known) : level;
        return $"{word} {name}, {code ?? "không mã"}, {parent ?? "không cấp trên"}";
    }

    private static IEnumerable<string> Remarks(UnitDifference difference)
    {
        if (difference.CodeAsWritten is { } written)
            yield return $"mã ghi '{written}', đọc là {difference.Code}";
        if (difference.CodeOf is { } carrier)
            yield return $"mã đang là của {carrier}";
        switch (difference.Reason)
        {
            case DoubtReasons.SameCode:
                yield return "cùng mã, khác tên: đổi tên (renamed), hay đơn vị mới dùng lại mã (new)?";
                break;
            case DoubtReasons.OneForOne:
                yield return "một tên mất, một tên mới: đổi tên (renamed), hay đơn vị mới (new)?";
                break;
            case DoubtReasons.OtherParent:
                yield return "cùng tên, khác cấp trên: đổi cấp trên (reparented), hay đơn vị mới (new)?";
                break;
            default:
                break;
        }
    }
}
