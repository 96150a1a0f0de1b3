using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;
using Ntm.Projections.Index;

namespace Ntm.Host.Demo.Country;

/// <summary>Entries of what was found, and of what was put right.</summary>
internal static class CountryEntries
{
    /// <param name="unit">The commune, or what it had become by that day.</param>
    internal static FindingEntry Of(FindingMade found, UnitId unit) => found.Status switch
    {
        FindingStatus.Attained => new CriterionAttained
        {
            Unit = unit, EffectiveOn = found.On, Basis = found.Basis, Note = Finding.SyntheticNote,
            Set = found.Set, Criterion = found.Criterion, AssessedBy = found.AssessedBy,
        },
        FindingStatus.NotAttained => new CriterionNotAttained
        {
            Unit = unit, EffectiveOn = found.On, Basis = found.Basis, Note = Finding.SyntheticNote,
            Set = found.Set, Criterion = found.Criterion, AssessedBy = found.AssessedBy,
        },
        FindingStatus.Lost => new CriterionLost
        {
            Unit = unit, EffectiveOn = found.On, Basis = found.Basis, Note = Finding.SyntheticNote,
            Set = found.Set, Criterion = found.Criterion, AssessedBy = found.AssessedBy,
        },
        FindingStatus.BasicallyMet => new CriterionBasicallyMet
        {
            Unit = unit, EffectiveOn = found.On, Basis = found.Basis, Note = Finding.SyntheticNote,
            Set = found.Set, Criterion = found.Criterion, AssessedBy = found.AssessedBy,
        },
        FindingStatus.NotApplicable => new CriterionNotApplicable
        {
            Unit = unit, EffectiveOn = found.On, Basis = found.Basis, Note = Finding.SyntheticNote,
            Set = found.Set, Criterion = found.Criterion, AssessedBy = found.AssessedBy,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(found), found.Status, "is no finding"),
    };

    internal static EntryRetracted Undo(Entry entry, Guid id, string reason, Guid? replacedBy) => new()
    {
        Unit = entry.Unit, Note = Finding.SyntheticNote, Entry = id, Reason = reason, ReplacedBy = replacedBy,
    };
}
