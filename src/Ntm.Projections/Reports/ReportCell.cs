using System.Globalization;
using Ntm.Domain.Tables;
using Ntm.Domain.Time;

namespace Ntm.Projections.Reports;

/// <summary>What a cell holds, and how people are used to seeing it.</summary>
public enum CellForm
{
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A whole number shown with its sign.</summary>
    Change,

    /// <summary>Two decimals.</summary>
    Average,

    /// <summary>Two decimals, shown with their sign.</summary>
    AverageChange,

    /// <summary>Of a hundred, one decimal.</summary>
    Percent,
    Day,
}

/// <summary>One cell of a report: a text, a number, a day, or nothing.</summary>
public readonly record struct ReportCell
{
    // A spreadsheet takes no more into a cell.
    private const int Longest = 32_000;

    private readonly decimal _number;
    private readonly DateOnly _day;
    private readonly bool _holds;

    private ReportCell(CellForm form, decimal number) => (Form, _number, _holds) = (form, number, true);

    private ReportCell(DateOnly day) => (Form, _day, _holds) = (CellForm.Day, day, true);

    public static ReportCell Empty { get; }

    public CellForm Form { get; }

    public string? Text { get; private init; }

    public decimal? Number => _holds && Form != CellForm.Day ? _number : null;

    public DateOnly? Day => _holds && Form == CellForm.Day ? _day : null;

    public bool IsEmpty => !_holds && Text is null;

    /// <summary>One line in form C without what cannot be seen, so that it is the same read back from any file; empty where nothing is left.</summary>
    public static ReportCell Of(string? text)
    {
        if (text is null || CellText.Clean(text) is not { Length: > 0 } clean)
            return Empty;
        return new ReportCell { Text = clean.Length <= Longest ? clean : clean[..(char.IsHighSurrogate(clean[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…" };
    }

    public static ReportCell Of(DateOnly? day) => day is { } given ? new ReportCell(given) : Empty;

    public static ReportCell Whole(long? number) => number is { } given ? new ReportCell(CellForm.Whole, given) : Empty;

    public static ReportCell Change(long? number) => number is { } given ? new ReportCell(CellForm.Change, given) : Empty;

    /// <summary>Rounded to two decimals, half away from zero.</summary>
    public static ReportCell Average(decimal? number) => Rounded(CellForm.Average, number, 2);

    /// <summary>Rounded to two decimals, half away from zero.</summary>
    public static ReportCell AverageChange(decimal? number) => Rounded(CellForm.AverageChange, number, 2);

    /// <summary>So many of so many, of a hundred; one decimal, half away from zero; nothing where there is none to be a part of.</summary>
    public static ReportCell Percent(long part, long whole) =>
        whole == 0 ? Empty : Rounded(CellForm.Percent, 100m * part / whole, 1);

    /// <summary>As programs read it: a point, a fixed number of decimals, days as yyyy-MM-dd; null where there is nothing.</summary>
    public string? ToPlainText() => this switch
    {
        { Text: { } text } => text,
        { Day: { } day } => VietnamCalendar.Format(day),
        { Number: { } number } => number.ToString(Form switch
        {
            CellForm.Average or CellForm.AverageChange => "0.00",
            CellForm.Percent => "0.0",
            _ => "0",
        }, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static ReportCell Rounded(CellForm form, decimal? number, int decimals) =>
        number is { } given ? new ReportCell(form, Math.Round(given, decimals, MidpointRounding.AwayFromZero)) : Empty;
}
