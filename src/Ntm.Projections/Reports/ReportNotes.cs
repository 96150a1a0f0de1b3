using System.Globalization;

namespace Ntm.Projections.Reports;

/// <summary>Sentences several reports have below their tables.</summary>
internal static class ReportNotes
{
    internal const string Legend = "A: đạt; X: chưa đạt; L: mất; B: cơ bản đạt; N: không xét; -: chưa đánh giá.";

    internal const string Fulfilled = "Số tiêu chí tính cả tiêu chí không xét (N); cơ bản đạt (B) không tính là đạt.";

    /// <summary>What comparing with the earlier day means.</summary>
    internal static IEnumerable<string> OfComparison(ReportQuestion question)
    {
        yield return $"Tăng, giảm so với ngày {Day(question.Since)}, cả hai ngày theo cùng điều đã biết.";
        if (question.Since < question.Set.From)
            yield return $"Ngày {Day(question.Since)} ở trước ngày bộ tiêu chí có hiệu lực ({Day(question.Set.From)}): theo bộ này, khi đó chưa xã nào được đánh giá.";
    }

    /// <summary>Unassessed is never "not attained": whoever reads a low count must know.</summary>
    internal static IEnumerable<string> OfUnassessed(ComparedMatrix matrix, ReportQuestion question)
    {
        if (matrix.Rows.Count(row => row.Now.Parts is null && row.Now.Status.Contains('-', StringComparison.Ordinal)) is > 0 and var communes)
            yield return string.Create(CultureInfo.InvariantCulture, $"Ngày {Day(question.On)} có {communes} xã còn tiêu chí chưa đánh giá; chưa đánh giá không phải là chưa đạt.");
    }

    /// <summary>Communes of the map that are left out of counts because they were not born yet.</summary>
    internal static IEnumerable<string> OfUnborn(ComparedMatrix matrix, ReportQuestion question)
    {
        if (matrix.Rows.Count - matrix.CountedNow is > 0 and var now)
            yield return string.Create(CultureInfo.InvariantCulture, $"Ngày {Day(question.On)} có {now} xã chưa thành lập, không được tính.");
        if (matrix.Rows.Count - matrix.CountedThen is > 0 and var then)
            yield return string.Create(CultureInfo.InvariantCulture, $"Ngày {Day(question.Since)} có {then} xã chưa thành lập, không được tính vào ngày đó.");
    }

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
