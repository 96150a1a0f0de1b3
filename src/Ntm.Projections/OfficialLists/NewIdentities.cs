using System.Globalization;
using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>
/// Proposes identities in the manner of those there are: a commune's begins with its parent's (van-quan.van-mong), a district's or
/// province's is its name alone (cao-loc) unless that was ever used.
/// </summary>
internal sealed class NewIdentities(RecordedArea area)
{
    // An identity is read by people; no name of a unit is nearly as long.
    private const int LongestName = 100;

    private readonly HashSet<UnitId> _proposed = [];

    internal UnitId For(ListedRow row)
    {
        var name = ListedName.ToSlug(row.Listed.Name) is { Length: > 0 } slug ? slug[..Math.Min(slug.Length, LongestName)].TrimEnd('-') : "don-vi";
        var proposals = row.Parent is { } parent ? Proposals(row, name, parent) : [name];
        var numbered = Enumerable.Range(2, int.MaxValue - 2).Select(number => string.Create(CultureInfo.InvariantCulture, $"{proposals[^1]}-{number}"));
        foreach (var proposal in proposals.Concat(numbered))
        {
            var unit = UnitId.Parse(proposal);
            if (!area.HasEverKnown(unit) && _proposed.Add(unit))
                return unit;
        }

        throw new System.Diagnostics.UnreachableException();
    }

    private static string[] Proposals(ListedRow row, string name, UnitId parent) => (row.Tier, row.Listed.Level) switch
    {
        (UnitTier.Commune, UnitLevel.Township) => [$"{parent}.{name}", $"{parent}.thi-tran-{name}"],
        (UnitTier.Commune, _) => [$"{parent}.{name}"],
        _ => [name, $"{parent}.{name}"],
    };
}
