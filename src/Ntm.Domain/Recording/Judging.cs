using Ntm.Domain.Criteria;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Entries;

namespace Ntm.Domain.Recording;

/// <summary>What an entry is judged against.</summary>
/// <param name="Today">The Vietnamese day of the record clock: a finding cannot take effect tomorrow.</param>
/// <param name="Find">The entry with that id, as it stands in the record or earlier in this batch; null where there is none.</param>
/// <param name="GroundsIn">What was found of a unit and stands in such a register, the batch so far included; null where no findings are at hand.</param>
public sealed record Judging(
    Register Register, CriteriaCatalog Catalog, DateOnly Today, Func<Guid, Entry?> Find, Func<Register, GroundsOf>? GroundsIn = null);
