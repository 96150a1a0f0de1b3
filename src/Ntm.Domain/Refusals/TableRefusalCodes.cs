namespace Ntm.Domain.Refusals;

/// <summary>Every code a table can be refused with, beside those of its lines. docs/reference/refusals.md explains each; a test holds the two together.</summary>
public static class TableRefusalCodes
{
    public const string FileUnreadable = "table.file_unreadable";
    public const string FormatOld = "table.format_old";
    public const string Protected = "table.protected";
    public const string TooLarge = "table.too_large";
    public const string NotFound = "table.not_found";
    public const string SheetUnread = "table.sheet_unread";
    public const string SheetUnknown = "table.sheet_unknown";
    public const string Hidden = "table.hidden";
    public const string HeadingUnclear = "table.heading_unclear";
    public const string CriterionMissing = "table.criterion_missing";
    public const string CellUnclear = "table.cell_unclear";
    public const string CellError = "table.cell_error";
    public const string NotCalculated = "table.not_calculated";
    public const string CellMerged = "table.cell_merged";
    public const string CellOutside = "table.cell_outside";
    public const string RowNameless = "table.row_nameless";
    public const string CommuneUnknown = "table.commune_unknown";
    public const string CommuneAmbiguous = "table.commune_ambiguous";
    public const string CommuneTwice = "table.commune_twice";
    public const string CommuneMissing = "table.commune_missing";
    public const string TotalDiffers = "table.total_differs";
    public const string TotalUnclear = "table.total_unclear";
    public const string AnswerInvalid = "table.answer_invalid";
    public const string RecordedOtherwise = "table.recorded_otherwise";

    public static IReadOnlyList<string> All { get; } =
    [
        FileUnreadable, FormatOld, Protected, TooLarge, NotFound, SheetUnread, SheetUnknown, Hidden, HeadingUnclear,
        CriterionMissing, CellUnclear, CellError, NotCalculated, CellMerged, CellOutside, RowNameless, CommuneUnknown,
        CommuneAmbiguous, CommuneTwice, CommuneMissing, TotalDiffers, TotalUnclear, AnswerInvalid, RecordedOtherwise,
    ];
}
