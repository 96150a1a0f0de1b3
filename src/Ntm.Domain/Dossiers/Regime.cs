using System.Collections.Immutable;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;

namespace Ntm.Domain.Dossiers;

/// <summary>
/// Quy định về trình tự, thủ tục: how titles were given on the days from <see cref="From"/> to <see cref="To"/>, both included. Which one judges
/// a step is a question of the step's day. Every number is data with its source; see Data/regimes.json.
/// </summary>
/// <param name="Conditions">Where the conditions of recognition stand.</param>
/// <param name="To">Null where no end is known.</param>
public sealed record Regime(
    string Id, BilingualText Title, DocumentReference Document, string Conditions, DateOnly From, DateOnly? To,
    ImmutableArray<RegimeStep> Steps, ImmutableArray<RegimeParameter> Parameters)
{
    public bool IsInForceOn(DateOnly day) => From <= day && !(To < day);

    public RegimeStep? Find(StepKind kind) => Steps.FirstOrDefault(step => step.Kind == kind);

    /// <summary>Null where the regime sets none, or none is known.</summary>
    public RegimeParameter? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name && parameter.Value is not null);

    /// <summary>Every step that must have been taken before this one, in the regime's order.</summary>
    public IEnumerable<RegimeStep> StepsBefore(StepKind kind)
    {
        var before = new HashSet<StepKind>();
        Gather(kind, before);
        return Steps.Where(step => before.Contains(step.Kind));
    }

    private void Gather(StepKind kind, HashSet<StepKind> before)
    {
        foreach (var needed in Find(kind)?.After ?? [])
        {
            if (before.Add(needed))
                Gather(needed, before);
        }
    }
}

/// <param name="By">The level of office that takes it; null where no level is laid down.</param>
/// <param name="ByUntil">The last day on which that level was there: since districts ended, no source at hand says who has their part.</param>
/// <param name="IsSourced">A page at hand states it; the gazette was not read.</param>
public sealed record RegimeStep(StepKind Kind, OfficeLevel? By, DateOnly? ByUntil, ImmutableArray<StepKind> After, bool IsSourced)
{
    public OfficeLevel? ByOn(DateOnly day) => ByUntil < day ? null : By;
}

/// <param name="Value">Null where the number is set elsewhere or not known.</param>
/// <param name="IsSourced">A page at hand states it. A number that is not sourced is shown and refuses nothing.</param>
public sealed record RegimeParameter(string Name, decimal? Value, string UnitOfMeasure, bool IsSourced);
