using Ntm.Domain.Names;
using Ntm.Domain.Units;

namespace Ntm.Projections.Reports;

/// <summary>Bình quân tiêu chí/xã: of the unit and of each unit directly under it that has communes of its own.</summary>
internal static class AverageByUnit
{
    private static readonly ReportColumn[] Columns =
    [
        new("unit", "Định danh", "Unit", 24) { IsForPrograms = true },
        new("name", "Đơn vị", "Unit", 28),
        new("communes", "Số xã", "Communes", 10),
        new("average", "Bình quân tiêu chí/xã", "Average", 14),
        new("averageBefore", "Bình quân kỳ trước", "Average before", 14),
        new("change", "Tăng, giảm", "Change", 10),
    ];

    internal static ReportContent Produce(ReportQuestion question)
    {
        var matrix = ComparedMatrix.Read(question);
        var children = question.Index.Map.Under(question.Unit, question.Boundary, question.KnownAt)
            .Where(unit => unit.ParentOn(question.Boundary, question.KnownAt) == question.Unit && !UnitMap.IsCommune(unit, question.Boundary, question.KnownAt))
            .Select(unit => (unit.Unit, Name: question.NameOf(unit.Unit) ?? unit.Unit.Value, Matrix: ComparedMatrix.Read(question, unit.Unit)))
            .Where(child => child.Matrix.Rows.Count > 0)
            .OrderBy(child => child.Name, VietnameseNames.Order)
            .ThenBy(child => child.Unit, UnitId.Ordinal)
            .Select(child => RowOf(child.Unit, child.Name, child.Matrix));
        var whole = RowOf(question.Unit, question.NameOf(question.Unit) ?? question.Unit.Value, matrix) with { IsTotal = true };
        return new ReportContent(
            [new ReportTable("units", "Bình quân theo đơn vị", "Average by unit", Columns, [.. children, whole]) { FrozenColumns = 1 }],
            [ReportNotes.Fulfilled, .. ReportNotes.OfComparison(question), .. ReportNotes.OfUnassessed(matrix, question), .. ReportNotes.OfUnborn(matrix, question)]);
    }

    private static ReportRow RowOf(UnitId unit, string name, ComparedMatrix matrix) => new(unit.Value,
    [
        ReportCell.Of(unit.Value), ReportCell.Of(name), ReportCell.Whole(matrix.CountedNow), ReportCell.Average(matrix.Now.Average),
        ReportCell.Average(matrix.Then.Average), ReportCell.AverageChange(matrix.Now.Average - matrix.Then.Average),
    ])
    {
        Unit = unit.Value,
    };
}
