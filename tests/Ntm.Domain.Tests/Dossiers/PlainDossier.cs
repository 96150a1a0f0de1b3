using Ntm.Domain.Dossiers;

namespace Ntm.Domain.Tests.Dossiers;

/// <summary>What the page says of a step, told as plainly as can be: from the list of steps there are, each time anew.</summary>
internal sealed class PlainDossier
{
    private static readonly string[] FromTheCommune =
    [
        "commune_proposed", "verification_opened", "verified", "listed", "district_voted", "district_proposed", "appraisal_opened", "appraised", "council_voted",
    ];

    private static readonly string[] FromTheDistrict = ["district_proposed", "appraisal_opened", "appraised", "council_voted"];
    private static readonly string[] Ending = ["registration_refused", "withdrawn", "expired", "carried_over", "revoked"];
    private static readonly string[] AfterATitle = ["announced", "review_opened", "review_closed", "revoked"];
    private static readonly string[] MovingNothing = ["posted", "listed", "commune_voted", "district_voted", "announced", "review_opened", "review_closed"];

    private readonly List<(DateOnly Day, int Number, string Step)> _steps = [];

    /// <summary>The codes of order, office and day with which a step prepared in the system must be refused.</summary>
    public IReadOnlyList<string> Expected(string step, DateOnly day, OfficeLevel? by, DateOnly today)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        var taken = new HashSet<string>();
        var (ended, recognised, held) = (false, false, false);
        foreach (var before in _steps.Where(before => before.Day <= day).OrderBy(before => before.Day).ThenBy(before => before.Number))
        {
            taken.Add(before.Step);
            if (!held && before.Step == "district_returned")
                taken.ExceptWith(FromTheCommune);
            if (!held && before.Step == "province_returned")
                taken.ExceptWith(FromTheDistrict);
            if (before.Step is "granted" or "inherited")
            {
                recognised = held = true;
                taken.Add("granted");
            }

            held &= before.Step != "revoked";
            if (!held && !MovingNothing.Contains(before.Step))
                ended = Ending.Contains(before.Step);
            ended &= !held;
        }

        if (ended || (recognised && !AfterATitle.Contains(step)))
            codes.Add("dossier.closed");
        if (day > today)
            codes.Add("dossier.day_ahead");
        if (RegimeOnThePage.All.SingleOrDefault(regime => regime.From <= day && day <= regime.To) is not { } regime)
            codes.Add("dossier.no_regime");
        else if (regime.Steps.SingleOrDefault(row => row.Step == step) is not { } row)
            codes.Add("dossier.step_not_in_regime");
        else
        {
            if (!regime.Before(step).IsSubsetOf(taken))
                codes.Add("dossier.step_skipped");
            if (by is { } office && row.By is { } laid && day <= row.ByUntil && OfficeLevels.Names.NameOf(office) != laid)
                codes.Add("dossier.wrong_office");
        }

        return [.. codes];
    }

    public void Take(string step, DateOnly day) => _steps.Add((day, _steps.Count, step));
}
