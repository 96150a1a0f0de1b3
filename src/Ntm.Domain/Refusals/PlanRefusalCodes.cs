namespace Ntm.Domain.Refusals;

/// <summary>Every code a plan file can be refused with, beside those of lines. docs/reference/refusals.md explains each; a test holds the two together.</summary>
public static class PlanRefusalCodes
{
    public const string NotJson = "plan.not_json";
    public const string FileUnknown = "plan.file_unknown";
    public const string PeriodReversed = "plan.period_reversed";
    public const string CommuneOutside = "plan.commune_outside";
    public const string CommuneTwice = "plan.commune_twice";

    public const string Older = "plan.older";
    public const string Unstructured = "plan.unstructured";

    // Of a filled template.
    public const string SheetMissing = "plan.sheet_missing";
    public const string SheetUnknown = "plan.sheet_unknown";
    public const string HeadingMoved = "plan.heading_moved";
    public const string LabelSpaces = "plan.label_spaces";
    public const string NameSpelled = "plan.name_spelled";
    public const string CommuneUnknown = "plan.commune_unknown";
    public const string CommuneAmbiguous = "plan.commune_ambiguous";
    public const string CellFormula = "plan.cell_formula";
    public const string CellNumber = "plan.cell_number";
    public const string CellDay = "plan.cell_day";
    public const string CellWord = "plan.cell_word";
    public const string CellMissing = "plan.cell_missing";
    public const string CellOutside = "plan.cell_outside";
    public const string CellHidden = "plan.cell_hidden";
    public const string CellMerged = "plan.cell_merged";

    public static IReadOnlyList<string> All { get; } =
    [
        NotJson, FileUnknown, PeriodReversed, CommuneOutside, CommuneTwice, Older, Unstructured, SheetMissing, SheetUnknown, HeadingMoved, LabelSpaces, NameSpelled,
        CommuneUnknown, CommuneAmbiguous, CellFormula, CellNumber, CellDay, CellWord, CellMissing, CellOutside, CellHidden, CellMerged,
    ];
}
