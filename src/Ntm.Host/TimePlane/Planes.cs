using Ntm.Domain.Units;
using Ntm.EventStore;
using Ntm.Host.Recording;
using Ntm.Projections.TimePlane;

namespace Ntm.Host.TimePlane;

/// <summary>Reads the plane of the two clocks: which units the index tells, where their entries lie the database.</summary>
internal sealed class Planes(Record record, LiveRecord live)
{
    /// <param name="knownAt">A sequence the index holds.</param>
    /// <returns>Null where the unit is not known at that sequence.</returns>
    /// <exception cref="StoreUnavailableException"/>
    internal async Task<PlaneAnswer?> AnswerAsync(UnitId unit, long knownAt, CancellationToken cancellation)
    {
        var register = live.Index.Register;
        var units = PlaneReading.EverUnder(register, unit, knownAt);
        if (units.Count == 0)
            return null;
        var dots = await record.DotsAsync([.. units.SelectMany(register.StreamsOf).Distinct()], knownAt, cancellation);
        return PlaneReading.Answer(live.Index, unit, units, knownAt,
            [.. dots.Select(dot => new PlacedEntry(dot.Sequence, dot.RecordedAt, dot.Entry, dot.Type, dot.Unit, dot.EffectiveOn, dot.Criterion, dot.Retracts))]);
    }
}
