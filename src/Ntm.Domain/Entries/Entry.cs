using Ntm.Domain.Interchange;
using Ntm.Domain.Units;

namespace Ntm.Domain.Entries;

/// <summary>
/// What one entry says. One immutable event of the record; its wire name stands in <see cref="EntryTypes"/>.
/// Identity, order, record time and actor belong to the record (<see cref="RecordedEntry"/>), never to what was said.
/// </summary>
public abstract record Entry
{
    /// <summary>The unit it is about; of a plan, its scope; of a retraction, the unit of the entry it names.</summary>
    public required UnitId Unit { get; init; }

    /// <summary>The document it rests on.</summary>
    public DocumentReference? Basis { get; init; }

    public string? Note { get; init; }

    /// <summary>Writes the fields this type adds to unit, effectiveOn, basis and note.</summary>
    internal abstract void WriteOwnFields(FieldWriter fields);
}

/// <summary>An entry that is true from the start of a day on: everything but a retraction.</summary>
public abstract record DatedEntry : Entry
{
    /// <summary>The Vietnamese legal day from whose start the fact holds.</summary>
    public required DateOnly EffectiveOn { get; init; }
}
