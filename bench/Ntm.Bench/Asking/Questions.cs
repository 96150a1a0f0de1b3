using System.Globalization;
using Ntm.Domain.Time;
using Ntm.Host.Demo.Country;

namespace Ntm.Bench.Asking;

/// <summary>Random questions of the country, none twice: by units, by days on which a set is in force, by sequences.</summary>
internal sealed class Questions(ServedCountry country, int seed)
{
    private static readonly string[] Assessors = ["official", "all", "commune", "district", "province,inspection", "inspection,audit", "district,province"];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _asked = [];

    /// <summary>Each as the rest of an address below the unit, and the unit.</summary>
    internal IEnumerable<(string Unit, string Query)> Status()
    {
        while (true)
        {
            var unit = country.Communes[_random.Next(country.Communes.Count)].Value;
            var query = $"?on={Day()}&knownAt={Sequence()}";
            if (_asked.Add(unit + query))
                yield return (unit, query);
        }
    }

    internal IEnumerable<string> Matrix()
    {
        while (true)
        {
            var path = $"/api/units/{SyntheticCountry.Root}/matrix?on={Day()}&knownAt={Sequence()}&assessedBy={Assessors[_random.Next(Assessors.Length)]}";
            if (_asked.Add(path))
                yield return path;
        }
    }

    private string Day()
    {
        var first = country.Catalog.Sets[0].From;
        return VietnamCalendar.Format(first.AddDays(_random.Next(SyntheticCountry.LastDay.DayNumber - first.DayNumber + 1)));
    }

    private string Sequence() => _random.NextInt64(country.AllKnownAt, country.Head + 1).ToString(CultureInfo.InvariantCulture);
}
