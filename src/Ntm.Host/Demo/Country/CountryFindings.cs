using System.Globalization;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;

namespace Ntm.Host.Demo.Country;

/// <summary>What becomes of a finding after it was recorded.</summary>
internal enum Amendment
{
    None,
    Corrected,
    Retracted,
}

/// <summary>A finding on its way to the record.</summary>
internal sealed record FindingMade(
    Place Commune, DateOnly On, SetId Set, int Criterion, FindingStatus Status, Assessor AssessedBy, DocumentReference Basis, Amendment Later);

/// <summary>
/// Visits to communes: one paper, some criteria. More and more is attained, some of it is lost again; the commune's own word is
/// brighter than what the offices find, and changes nothing of it.
/// </summary>
internal sealed class CountryFindings(CountrySize size, CountryMap map, CriteriaCatalog catalog, SplitMix dice)
{
    // A correction has two entries: some more than 5 of 100 findings are amended so that 5 of 100 entries amend.
    private const int AmendedOf1000 = 55;
    private const int CorrectedOf100Amended = 60;

    private static readonly (Assessor Assessor, int UpTo, string Number, string Issuer)[] Offices =
    [
        (Assessor.District, 50, "BC-UBND", "UBND huyện"), (Assessor.Commune, 75, "BC-UBND", "UBND xã"), (Assessor.Province, 87, "QĐ-UBND", "UBND tỉnh"),
        (Assessor.Inspection, 96, "KL-ĐKT", "Đoàn kiểm tra tỉnh"), (Assessor.Audit, 100, "KL-KTNN", "Kiểm toán nhà nước khu vực"),
    ];

    private readonly DateOnly _first = catalog.Sets[0].From;
    private int _due;

    /// <summary>What is found on a day; nothing where no set is in force.</summary>
    internal IEnumerable<FindingMade> FoundOn(DateOnly day)
    {
        var set = Enumerable.Range(0, catalog.Sets.Count).FirstOrDefault(index => catalog.Sets[index].IsInForceOn(day), -1);
        if (set < 0)
            yield break;
        _due += CountrySize.Share(size.Findings, day.DayNumber - _first.DayNumber, SyntheticCountry.LastDay.DayNumber - _first.DayNumber + 1);
        while (_due > 0)
        {
            var commune = map.Communes[dice.Next(map.Communes.Count)];
            var percent = dice.Next(100);
            var (assessor, _, number, issuer) = Array.Find(Offices, office => percent < office.UpTo);
            var basis = new DocumentReference(string.Create(CultureInfo.InvariantCulture, $"{1 + dice.Next(999)}/{number}"), day, issuer);
            var count = catalog.Sets[set].Criteria.Count;
            var first = dice.Next(count);
            for (var left = 1 + dice.Next(6); left > 0 && _due > 0; left--, first++)
            {
                var later = Later();
                _due -= later == Amendment.Corrected ? 2 : 1;
                var criterion = (first % count) + 1;
                yield return new FindingMade(
                    commune, day, catalog.Sets[set].Id, criterion, Find(Standing(commune, set, count), criterion, assessor), assessor, basis, later);
            }
        }
    }

    private Amendment Later()
    {
        if (dice.Next(1000) >= AmendedOf1000)
            return Amendment.None;
        // The replacement is a finding as well, and their number is promised.
        return _due > 1 && dice.Chance(CorrectedOf100Amended) ? Amendment.Corrected : Amendment.Retracted;
    }

    // A new set starts unassessed and takes nothing away; what a merged commune was found before stays with it.
    private static FindingStatus[] Standing(Place commune, int set, int criteria)
    {
        if (commune.Standing.Set != set)
            commune.Standing = (set, new FindingStatus[criteria]);
        return commune.Standing.Statuses;
    }

    private FindingStatus Find(FindingStatus[] standing, int criterion, Assessor assessor)
    {
        var found = Next(standing[criterion - 1], criterion);
        if (assessor == Assessor.Commune)
            return found is FindingStatus.NotAttained or FindingStatus.BasicallyMet && dice.Chance(70) ? FindingStatus.Attained : found;
        return standing[criterion - 1] = found;
    }

    private FindingStatus Next(FindingStatus held, int criterion)
    {
        var percent = dice.Next(100);
        return held switch
        {
            // 7 is trade: a commune without need of a market is not judged on it.
            FindingStatus.Unassessed when criterion == 7 && percent < 40 => FindingStatus.NotApplicable,
            FindingStatus.NotApplicable => percent < 90 ? FindingStatus.NotApplicable : FindingStatus.NotAttained,
            FindingStatus.Unassessed => percent < 30 ? FindingStatus.Attained : percent < 42 ? FindingStatus.BasicallyMet : FindingStatus.NotAttained,
            FindingStatus.NotAttained => percent < 40 ? FindingStatus.Attained : percent < 58 ? FindingStatus.BasicallyMet : FindingStatus.NotAttained,
            FindingStatus.BasicallyMet => percent < 60 ? FindingStatus.Attained : FindingStatus.BasicallyMet,
            FindingStatus.Lost => percent < 60 ? FindingStatus.Attained : FindingStatus.Lost,
            _ => percent < 93 ? FindingStatus.Attained : FindingStatus.Lost,
        };
    }
}
