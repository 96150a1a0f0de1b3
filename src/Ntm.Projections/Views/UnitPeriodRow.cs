using System.Collections.Immutable;
using Ntm.Domain.Units;

namespace Ntm.Projections.Views;

/// <summary>What was said of a unit, as the fold gives it for one day at one sequence.</summary>
/// <param name="EstablishedOn">Null: not yet.</param>
/// <param name="EndedOn">Null: not ended by then.</param>
/// <param name="Successors">Joined by commas, null where it has not ended; as text, so that equal states are equal.</param>
public sealed record UnitState(
    DateOnly? EstablishedOn, DateOnly? EndedOn, string? Successors, string? Name, string? Code, UnitLevel? Level, UnitId? Parent)
{
    private const char Between = ',';

    public static UnitState Nothing { get; } = new(null, null, null, null, null, null, null);

    public string Life => EndedOn is not null ? "ended" : EstablishedOn is not null ? "lives" : "not_yet";

    public IReadOnlyList<string>? SuccessorList => Successors is null ? null : Successors.Length == 0 ? [] : Successors.Split(Between);

    public static string Join(ImmutableArray<UnitId> successors) => string.Join(Between, successors.Select(unit => unit.Value));
}

/// <summary>A row of ntm.unit_period: the days on which one state of a unit held, as known from one sequence until before another.</summary>
public sealed record UnitPeriodRow(UnitId Unit, UnitState State, DateOnly EffectFrom, DateOnly? EffectTo, long RecordFrom, long? RecordTo) : IViewRow
{
    private const short Columns = 13;

    public long OpenedAt => RecordFrom;

    public long? ClosedAt => RecordTo;

    public void Write(BinaryRows rows, bool open = false)
    {
        rows.Begin(Columns);
        rows.Text(Unit.Value);
        rows.Date(EffectFrom);
        rows.Date(EffectTo);
        rows.Bigint(RecordFrom);
        rows.Bigint(open ? null : RecordTo);
        rows.Text(State.Life);
        rows.Date(State.EstablishedOn);
        rows.Date(State.EndedOn);
        rows.Texts(State.SuccessorList);
        rows.Text(State.Name);
        rows.Text(State.Code);
        rows.Text(State.Level is { } level ? UnitLevels.Names.NameOf(level) : null);
        rows.Text(State.Parent?.Value);
    }
}
