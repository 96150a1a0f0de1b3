using Ntm.Domain.Units;

namespace Ntm.Projections.OfficialLists;

/// <summary>A row while it is being compared.</summary>
internal sealed class ListedRow(ListedUnit listed)
{
    internal ListedUnit Listed => listed;

    internal UnitTier Tier { get; } = UnitTiers.Of(listed.Level);

    internal string NameKey { get; } = ListedName.KeyWithoutLevel(listed.Name);

    /// <summary>The unit above it: recorded, or new in the same list; null at the top of the country.</summary>
    internal UnitId? Parent { get; set; }

    /// <summary>The recorded unit it is, or of a doubt may be.</summary>
    internal UnitHistory? Unit { get; set; }

    /// <summary>The identity it gets where it is, or may be, new.</summary>
    internal UnitId? NewUnit { get; set; }

    /// <summary>Why it is in doubt; null where it is not.</summary>
    internal string? Doubt { get; set; }
}
