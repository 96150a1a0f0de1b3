namespace Ntm.Host.Tables;

/// <summary>
/// How much of a workbook is read. A province's table has some hundred rows; what exceeds this is no such table, and a few kilobytes of
/// ZIP can unpack to gigabytes.
/// </summary>
/// <param name="FileBytes">Of the file itself.</param>
/// <param name="UnpackedBytes">Of all its parts that are read, together.</param>
/// <param name="Ratio">Of a part: unpacked to packed, once it is larger than <paramref name="RatioFrom"/>.</param>
/// <param name="Rows">Of one sheet, counting rows with content.</param>
public sealed record WorkbookLimits(long FileBytes, int Parts, long UnpackedBytes, long RatioFrom, int Ratio, int Sheets, int Rows, int Columns, int Cells)
{
    public static WorkbookLimits Default { get; } = new(
        FileBytes: 16 << 20, Parts: 2_000, UnpackedBytes: 128 << 20, RatioFrom: 4 << 20, Ratio: 200, Sheets: 100, Rows: 5_000, Columns: 256, Cells: 300_000);
}
