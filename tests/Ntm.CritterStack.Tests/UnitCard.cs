using Ntm.Domain.Findings;
using Ntm.Domain.Recognition;
using Ntm.Domain.Retraction;
using Ntm.Domain.Units;

namespace Ntm.CritterStack.Tests;

/// <summary>A small aggregate as a reporting program might write it, folded by Marten from one stream of ours.</summary>
public sealed class UnitCard
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public UnitLevel Level { get; set; }

    public int Findings { get; set; }

    public Dictionary<int, FindingStatus> Criteria { get; set; } = [];

    public long Debt { get; set; }

    public int Retractions { get; set; }

    public void Apply(UnitEstablished entry) => (Name, Level) = (entry.Name, entry.Level);

    public void Apply(UnitRenamed entry) => Name = entry.Name;

    public void Apply(UnitLevelChanged entry) => Level = entry.Level;

    public void Apply(DebtDeclared entry) => Debt = entry.Amount;

    public void Apply(EntryRetracted _) => Retractions++;

    public void Apply(FindingEntry entry)
    {
        Findings++;
        Criteria[entry.Criterion] = entry.Status;
    }
}
