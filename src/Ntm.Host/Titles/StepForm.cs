namespace Ntm.Host.Titles;

/// <summary>A step as it is filled in on the page, before anything of it is understood; shown again with the answer.</summary>
public sealed class StepForm
{
    /// <summary>Made with the form: sent twice, it is recorded once.</summary>
    public string? Id { get; set; }

    /// <summary>The last entry known when the form was made: what a step prepared rests on is as of then.</summary>
    public string? KnownAt { get; set; }

    public string? Dossier { get; set; }

    public string? Title { get; set; }

    public string? Year { get; set; }

    public string? Step { get; set; }

    public string? On { get; set; }

    public string? By { get; set; }

    public string? Team { get; set; }

    public string? Members { get; set; }

    public string? Present { get; set; }

    public string? For { get; set; }

    public string? Against { get; set; }

    public string? Until { get; set; }

    public string? Broadcasts { get; set; }

    public string? Opinions { get; set; }

    public string? Objections { get; set; }

    public string? Reasons { get; set; }

    public string? Reason { get; set; }

    public string? Into { get; set; }

    public string? Outcome { get; set; }

    public string? Decision { get; set; }

    public string? From { get; set; }

    public string? Plan { get; set; }

    public string? BasisNumber { get; set; }

    public string? BasisDate { get; set; }

    public string? BasisIssuer { get; set; }

    public string? Note { get; set; }

    /// <summary>A document says it: then it is a fact, and no rule of the procedure refuses it.</summary>
    internal bool NamesADocument => new[] { BasisNumber, BasisDate, BasisIssuer }.Any(text => !string.IsNullOrWhiteSpace(text));
}
