namespace Ntm.Domain.Refusals;

/// <summary>Every code a report, or the check of one, can be refused with. docs/reference/refusals.md explains each; a test holds the two together.</summary>
public static class ReportRefusalCodes
{
    public const string KindUnknown = "report.kind_unknown";
    public const string FormUnknown = "report.form_unknown";
    public const string PeriodInvalid = "report.period_invalid";
    public const string SinceAfterOn = "report.since_after_on";
    public const string FileUnreadable = "report.file_unreadable";
    public const string FileTooLarge = "report.file_too_large";
    public const string NotOurs = "report.not_ours";
    public const string FormatOther = "report.format_other";
    public const string ParameterInvalid = "report.parameter_invalid";
    public const string RecordOther = "report.record_other";

    public static IReadOnlyList<string> All { get; } =
    [
        KindUnknown, FormUnknown, PeriodInvalid, SinceAfterOn, FileUnreadable, FileTooLarge, NotOurs, FormatOther, ParameterInvalid, RecordOther,
    ];
}
