using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;

namespace Ntm.Host.Demo.Country;

/// <summary>A unit of the synthetic country as the offices that record know it.</summary>
internal sealed class Place(UnitId unit, string name, string code, Place? above, DateOnly since)
{
    internal UnitId Unit { get; } = unit;

    internal string Name { get; set; } = name;

    internal string Code => code;

    internal Place? Above { get; set; } = above;

    /// <summary>The day it was established.</summary>
    internal DateOnly Since { get; } = since;

    internal string Stream { get; } = StreamId.Of(unit);

    /// <summary>The last version of its stream.</summary>
    internal long Version { get; set; }

    /// <summary>Living units right below it.</summary>
    internal List<Place> Below { get; } = [];

    /// <summary>Of a district: the last day from which something holds of what lies below it.</summary>
    internal DateOnly ChangedOn { get; set; } = since;

    /// <summary>Where the row of names of what lies below it begins.</summary>
    internal int NamesFrom { get; init; }

    /// <summary>The identities ever given below it.</summary>
    internal HashSet<string> Slugs { get; } = [];

    internal DateOnly? EndedOn { get; private set; }

    private Place? Successor { get; set; }

    /// <summary>Of a commune: the set its statuses belong to, and what the offices hold of each criterion.</summary>
    internal (int Set, FindingStatus[] Statuses) Standing { get; set; } = (-1, []);

    internal void End(DateOnly on, Place successor)
    {
        (EndedOn, Successor) = (on, successor);
        Above!.Below.Remove(this);
    }

    /// <summary>Where a finding of that day belongs: to itself, or to what it had become by then.</summary>
    internal Place By(DateOnly day)
    {
        var place = this;
        while (place.EndedOn <= day)
            place = place.Successor!;
        return place;
    }
}

/// <summary>An entry of the synthetic country, in the order of recording.</summary>
/// <param name="Place">Whose stream it lives in.</param>
internal readonly record struct SaidEntry(DateOnly RecordedOn, Guid Id, Entry Entry, Place Place);
