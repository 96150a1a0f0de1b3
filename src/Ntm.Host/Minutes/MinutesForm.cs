namespace Ntm.Host.Minutes;

/// <summary>The head of a minutes sheet as it is filled in, before anything of it is understood; the grid stands beside it.</summary>
public sealed class MinutesForm
{
    public const string Record = "record";

    /// <summary>Made with the form: every cell has its own id from it, so that a sheet sent twice is recorded once.</summary>
    public string? Id { get; set; }

    public string? Unit { get; set; }

    public string? On { get; set; }

    public string? Set { get; set; }

    public string? AssessedBy { get; set; }

    public string? BasisNumber { get; set; }

    public string? BasisDate { get; set; }

    public string? BasisIssuer { get; set; }

    public string? Note { get; set; }

    public string? Action { get; set; }
}
