using Ntm.Host.Pages;
using Ntm.Projections.Titles;

namespace Ntm.Host.CommandLine;

/// <summary>What several commands about titles tell in the same lines.</summary>
internal static class TitleLines
{
    internal static void WriteIrregularities(TextWriter output, IReadOnlyList<IrregularityRow> irregularities, string indent)
    {
        foreach (var irregularity in irregularities)
        {
            output.WriteLine(
                $"{indent}! {TitleWords.Kind(irregularity.Kind)}: {irregularity.Vietnamese} [{irregularity.Code}{(irregularity.Citation is { } cited ? $"; {cited}" : "")}{(irregularity.IsSourced ? "" : "; số liệu chưa kiểm chứng")}]");
        }
    }

    internal static void WriteStale(TextWriter output, StaleDecision stale, string indent)
    {
        output.WriteLine($"{indent}! Không còn đứng trên căn cứ của nó ({Words.Day(stale.On)}):");
        foreach (var change in stale.Changes)
            output.WriteLine($"{indent}    {TitleWords.Change(change)} · mục ghi {string.Join(", ", change.Entries)}");
    }

    internal static void WriteAfter(TextWriter output, AfterTitle after, string indent)
    {
        if (after.Lost is null)
            output.WriteLine($"{indent}Tiêu chí mất từ đó: không tính được, chương trình không có bộ tiêu chí của danh hiệu này");
        else if (after.Lost.Count == 0)
            output.WriteLine($"{indent}Chưa mất tiêu chí nào từ đó");
        foreach (var lost in after.Lost ?? [])
            output.WriteLine($"{indent}Tiêu chí {lost.Criterion}: {Words.Status(lost.Status)} từ {Words.Day(lost.Since)} ({Words.Assessor(lost.AssessedBy)}) · mục ghi {lost.Entry}");
        foreach (var debt in after.Debts)
            output.WriteLine($"{indent}Nợ đọng {TitleWords.Dong(debt.Amount)}, ngày {Words.Day(debt.EffectiveOn)}{(debt.IsOfBefore ? ", có từ trước quyết định" : "")} · mục ghi {debt.Entry}");
        output.WriteLine($"{indent}Mức thu hồi: " + (after.Revocation is { } distance ? TitleWords.Distance(distance) : TitleWords.NoRevocation()));
    }
}
