using System.Globalization;
using Ntm.Domain.Entries;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Host.Demo.Country;

/// <summary>The units of the synthetic country: its provinces, districts and communes at the beginning, and those that live now.</summary>
internal sealed class CountryMap(CountrySize size, SplitMix dice)
{
    internal const string Root = "synthetic";

    private readonly Place _root = new(UnitId.Parse(Root), "Cả nước (minh họa)", "00", null, SyntheticCountry.FirstDay);
    private readonly List<Place> _provinces = [];
    private int _names;

    internal List<Place> Districts { get; } = [];

    internal List<Place> Communes { get; } = [];

    /// <summary>Official codes whose units have ended, by province: the next new commune there gets the one that was free first.</summary>
    internal Dictionary<Place, Queue<string>> FreeCodes { get; } = [];

    /// <summary>Draws the map; every unit after the one it lies under.</summary>
    internal IEnumerable<(Place Place, UnitEstablished Entry)> Establish()
    {
        // The contract has no level above the province, and a summary asks for none: it counts communes.
        yield return (_root, Established(_root, UnitLevel.Province));
        for (var number = 0; number < size.Provinces; number++)
        {
            var province = Draw(_root, Code(number, "00"), NextName());
            _provinces.Add(province);
            FreeCodes[province] = [];
            yield return (province, Established(province, UnitLevel.Province));
        }

        for (var number = 0; number < size.Districts; number++)
        {
            var district = Draw(_provinces[(int)((long)number * size.Provinces / size.Districts)], Code(number, "000"), NextName());
            Districts.Add(district);
            yield return (district, Established(district, UnitLevel.District));
        }

        foreach (var (district, communes) in Districts.Zip(CommunesOfDistricts()))
        {
            for (var number = 0; number < communes; number++)
            {
                var commune = NewCommune(district, Code(Communes.Count, "00000"), SyntheticCountry.FirstDay);
                yield return (commune, Established(commune, UnitLevel.Commune));
            }
        }
    }

    /// <summary>A commune that was not there before, under a name of its own in its district.</summary>
    internal Place NewCommune(Place district, string code, DateOnly since)
    {
        var name = PlaceNames.Of(district.NamesFrom, district.Slugs.Count);
        var commune = new Place(UnitId.Parse($"{district.Unit}.{PlaceNames.Slug(name, district.Slugs)}"), name, code, district, since);
        district.Below.Add(commune);
        Communes.Add(commune);
        return commune;
    }

    internal static UnitEstablished Established(Place place, UnitLevel level, DocumentReference? basis = null) => new()
    {
        Unit = place.Unit, EffectiveOn = place.Since, Basis = basis, Note = Finding.SyntheticNote,
        Name = place.Name, Level = level, Parent = place.Above?.Unit, Code = place.Code,
    };

    private string NextName() => PlaceNames.Of(0, _names++);

    private static string Code(int number, string digits) => (number + 1).ToString(digits, CultureInfo.InvariantCulture);

    private Place Draw(Place above, string code, string name)
    {
        var place = new Place(UnitId.Parse($"{Root}.{PlaceNames.Slug(name, _root.Slugs)}"), name, code, above, SyntheticCountry.FirstDay)
        {
            NamesFrom = dice.Next(PlaceNames.Count),
        };
        above.Below.Add(place);
        return place;
    }

    // Three at least, so that two can merge; the others fall where they fall.
    private int[] CommunesOfDistricts()
    {
        var communes = Enumerable.Repeat(3, Districts.Count).ToArray();
        for (var left = size.Communes - (3 * Districts.Count); left > 0; left--)
            communes[dice.Next(communes.Length)]++;
        return communes;
    }
}
