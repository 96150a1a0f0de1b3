namespace Ntm.Host.Sheets;

/// <summary>One sheet of a workbook: lines of text, a table with a heading that stays in view and on every printed page, lines of text.</summary>
/// <param name="Name">At most 31 letters, none of <c>[ ] : * ? / \</c>, and no apostrophe at either end.</param>
/// <param name="Rows">Each with at most as many cells as there are columns.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<SheetCell>> Rows)
{
    /// <summary>Lines above the table; the first is its title.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>Lines below the table, such as a legend.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>How many columns on the left stay in view.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>How many rows at the end sum up the others.</summary>
    public int TotalRows { get; init; }
}

/// <param name="Width">In letters.</param>
/// <param name="IsCentered">Otherwise text stands left, numbers and days right.</param>
public sealed record SheetColumn(string Heading, int Width, bool IsCentered = false)
{
    /// <summary>The only words a cell of it takes, offered as a list; empty where anything may stand.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>How a number is shown; it is a number all the same.</summary>
public enum SheetNumber
{
    AsItIs,

    /// <summary>With its sign.</summary>
    Change,

    /// <summary>With two decimals.</summary>
    Average,

    /// <summary>With two decimals and its sign.</summary>
    AverageChange,

    /// <summary>Of a hundred, with one decimal: 0.5 is 50.0%.</summary>
    Percent,
}

/// <summary>A text, a number, a day, or nothing. A text is never a formula, whatever it begins with.</summary>
public readonly record struct SheetCell
{
    public static SheetCell Empty { get; }

    public string? Text { get; private init; }

    public decimal? Number { get; private init; }

    public SheetNumber Shown { get; private init; }

    public DateOnly? Day { get; private init; }

    public static SheetCell Of(string? text) => new() { Text = text };

    public static SheetCell Of(decimal? number, SheetNumber shown = SheetNumber.AsItIs) => new() { Number = number, Shown = shown };

    public static SheetCell Of(DateOnly? day) => new() { Day = day };
}
