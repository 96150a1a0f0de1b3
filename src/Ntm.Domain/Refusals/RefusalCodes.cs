namespace Ntm.Domain.Refusals;

/// <summary>Every code a line can be refused with. docs/reference/refusals.md explains each; a test holds the two together.</summary>
public static class RefusalCodes
{
    // Form: the line cannot be read as an entry.
    public const string NotUtf8 = "text.not_utf8";
    public const string NotJson = "json.invalid";
    public const string TooDeep = "json.too_deep";
    public const string NotAnObject = "line.not_object";
    public const string LineTooLong = "line.too_long";
    public const string BatchTooLong = "batch.too_long";
    public const string TypeUnknown = "type.unknown";
    public const string FieldUnknown = "field.unknown";
    public const string FieldMissing = "field.missing";
    public const string FieldInvalid = "field.invalid";
    public const string FieldRepeated = "field.repeated";
    public const string FieldNotAllowed = "field.not_allowed";
    public const string TextHasNul = "text.nul";
    public const string ReplacementMissing = "entry.replacement_missing";

    // Rules: docs/reference/entries.md.
    public const string UnitUnknown = "unit.unknown";
    public const string UnitExists = "unit.exists";
    public const string UnitNotYet = "unit.not_yet";
    public const string UnitEnded = "unit.ended";
    public const string UnitHasChildren = "unit.has_children";
    public const string UnitHasEntries = "unit.has_entries";
    public const string UnitParentCycle = "unit.parent_cycle";
    public const string MergerUnlawful = "units.merger_unlawful";
    public const string SetUnknown = "set.unknown";
    public const string CriterionUnknown = "criterion.unknown";
    public const string PlanUnknown = "plan.unknown";
    public const string InspectionUnknown = "inspection.unknown";
    public const string InspectionNotRemarked = "inspection.not_remarked";
    public const string FindingInFuture = "finding.effective_in_future";
    public const string EntryUnknown = "entry.unknown";
    public const string EntryRetracted = "entry.retracted";
    public const string EntryIsRetraction = "entry.is_retraction";
    public const string EntryIsDecision = "entry.is_decision";
    public const string EntryOtherUnit = "entry.other_unit";
    public const string EntryIdReused = "entry.id_reused";

    /// <summary>400 for these, 413 for the two that are too long, 422 for every other.</summary>
    public static IReadOnlyList<string> NotUtf8Json { get; } = [NotUtf8, NotJson];

    public static IReadOnlyList<string> TooLong { get; } = [LineTooLong, BatchTooLong];

    public static IReadOnlyList<string> Form { get; } =
    [
        NotUtf8, NotJson, TooDeep, NotAnObject, LineTooLong, BatchTooLong, TypeUnknown, FieldUnknown, FieldMissing, FieldInvalid,
        FieldRepeated, FieldNotAllowed, TextHasNul, ReplacementMissing,
    ];

    public static IReadOnlyList<string> Rules { get; } =
    [
        UnitUnknown, UnitExists, UnitNotYet, UnitEnded, UnitHasChildren, UnitHasEntries, UnitParentCycle, MergerUnlawful, SetUnknown,
        CriterionUnknown, PlanUnknown, InspectionUnknown, InspectionNotRemarked, FindingInFuture, EntryUnknown, EntryRetracted, EntryIsRetraction, EntryIsDecision, EntryOtherUnit,
        EntryIdReused,
    ];
}
