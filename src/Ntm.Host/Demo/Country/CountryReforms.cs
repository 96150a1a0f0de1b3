using System.Globalization;
using Ntm.Domain.Entries;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Host.Demo.Country;

/// <summary>
/// Mergers of communes, districts dissolved after their communes went to another, new names. What is recorded on a day may hold from
/// long before it, but never from before the last change of the same districts: a reform rests on those before it.
/// </summary>
internal sealed class CountryReforms(CountrySize size, CountryMap map, SplitMix dice)
{
    private const int LagsBelow = 60;
    private const int Tries = 50;

    /// <param name="today">The day of recording.</param>
    /// <param name="day">Its place among so many days.</param>
    internal IEnumerable<(Place Place, Entry Entry)> RecordedOn(DateOnly today, int day, int days)
    {
        for (var left = CountrySize.Share(size.Mergers, day, days); left > 0; left--)
            foreach (var said in Merge(today))
                yield return said;
        for (var left = CountrySize.Share(size.Dissolutions, day, days); left > 0; left--)
            foreach (var said in Dissolve(today))
                yield return said;
        for (var left = CountrySize.Share(size.Renamings, day, days); left > 0; left--)
            yield return Rename(today);
    }

    private IEnumerable<(Place Place, Entry Entry)> Merge(DateOnly today)
    {
        if (DistrictWith(communes: 3) is not { } district)
            yield break;
        var on = Later(today.AddDays(-dice.Next(LagsBelow)), district.ChangedOn);
        var basis = Resolution(on);
        List<Place> parts = [.. Drawn(district.Below, 2 + dice.Next(2))];
        Place successor;
        if (dice.Chance(60))
        {
            var free = map.FreeCodes[district.Above!];
            foreach (var part in parts)
                free.Enqueue(part.Code);
            successor = map.NewCommune(district, free.Dequeue(), on);
            yield return (successor, CountryMap.Established(successor, UnitLevel.Commune, basis));
        }
        else
        {
            successor = parts[0];
            parts.RemoveAt(0);
            foreach (var part in parts)
                map.FreeCodes[district.Above!].Enqueue(part.Code);
        }

        foreach (var part in parts)
            End(part, on, successor);
        district.ChangedOn = on;
        yield return (successor, new UnitsMerged
        {
            Unit = successor.Unit, EffectiveOn = on, Basis = basis, Note = Finding.SyntheticNote, From = [.. parts.Select(part => part.Unit)],
        });
    }

    private IEnumerable<(Place Place, Entry Entry)> Dissolve(DateOnly today)
    {
        if (map.Districts.Count < 2)
            yield break;
        var district = map.Districts[dice.Next(map.Districts.Count)];
        var others = district.Above!.Below.Where(other => other != district).ToList();
        var heir = others.Count > 0 ? others[dice.Next(others.Count)] : map.Districts.First(other => other != district);
        var on = Later(today.AddDays(-dice.Next(LagsBelow)), Later(district.ChangedOn, heir.ChangedOn));
        var basis = Resolution(on);
        foreach (var commune in district.Below)
        {
            commune.Above = heir;
            heir.Below.Add(commune);
            yield return (commune, new UnitReparented
            {
                Unit = commune.Unit, EffectiveOn = on, Basis = basis, Note = Finding.SyntheticNote, Parent = heir.Unit,
            });
        }

        district.Below.Clear();
        map.Districts.Remove(district);
        district.End(on, heir);
        heir.ChangedOn = on;
        yield return (district, new UnitDissolved
        {
            Unit = district.Unit, EffectiveOn = on, Basis = basis, Note = Finding.SyntheticNote, Successors = [heir.Unit],
        });
    }

    private (Place Place, Entry Entry) Rename(DateOnly today)
    {
        var commune = map.Communes[dice.Next(map.Communes.Count)];
        var on = Later(today.AddDays(-dice.Next(LagsBelow)), commune.Above!.ChangedOn);
        commune.Name = PlaceNames.Of(dice.Next(PlaceNames.Count), 0);
        return (commune, new UnitRenamed
        {
            Unit = commune.Unit, EffectiveOn = on, Basis = Resolution(on), Note = Finding.SyntheticNote, Name = commune.Name,
        });
    }

    private void End(Place commune, DateOnly on, Place successor)
    {
        commune.End(on, successor);
        map.Communes.Remove(commune);
    }

    private Place? DistrictWith(int communes)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var district = map.Districts[dice.Next(map.Districts.Count)];
            if (district.Below.Count >= communes)
                return district;
        }

        return null;
    }

    private IEnumerable<Place> Drawn(List<Place> communes, int count)
    {
        var first = dice.Next(communes.Count);
        for (var next = 0; next < count; next++)
            yield return communes[(first + next) % communes.Count];
    }

    private DocumentReference Resolution(DateOnly on) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{100 + dice.Next(900)}/NQ-UBTVQH"), on.AddDays(-15), "Ủy ban Thường vụ Quốc hội");

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
