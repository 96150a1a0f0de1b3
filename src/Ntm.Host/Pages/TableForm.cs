using Ntm.Host.Tables;

namespace Ntm.Host.Pages;

/// <summary>The form of the table page as it was filled in; shown again with the answer.</summary>
internal sealed class TableForm
{
    public const string Record = "record";

    public string? Unit { get; set; }

    public string? On { get; set; }

    public string? Set { get; set; }

    public string? AssessedBy { get; set; }

    public string? BasisNumber { get; set; }

    public string? BasisDate { get; set; }

    public string? BasisIssuer { get; set; }

    public string? Marks { get; set; }

    public string? Matches { get; set; }

    public string? Sheets { get; set; }

    public string? Without { get; set; }

    public string? Accepted { get; set; }

    public bool IncludeHidden { get; set; }

    public string? Action { get; set; }

    public IFormFile? File { get; set; }

    internal TableText ToText() => new()
    {
        Unit = Unit, On = On, Set = Set, AssessedBy = AssessedBy, BasisNumber = BasisNumber, BasisDate = BasisDate, BasisIssuer = BasisIssuer,
        Marks = Lines(Marks), Matches = Lines(Matches), Sheets = Lines(Sheets), Without = Lines(Without), Accepted = Lines(Accepted),
        IncludeHidden = IncludeHidden,
    };

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
