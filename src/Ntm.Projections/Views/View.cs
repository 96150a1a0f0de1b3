namespace Ntm.Projections.Views;

/// <summary>How a column is written and read.</summary>
public enum ColumnKind
{
    Bigint,
    Number,
    Boolean,
    Date,
    Instant,
    Uuid,
    Text,
    Texts,
}

/// <summary>One table of the record on both clocks, as its COPY statements name its columns.</summary>
/// <param name="Key">The columns of its primary key, by their places.</param>
public sealed record View(string Name, IReadOnlyList<int> Key, IReadOnlyList<(string Name, ColumnKind Kind)> Columns)
{
    public static View Finding { get; } = new("finding", [0],
    [
        ("sequence", ColumnKind.Bigint), ("recorded_at", ColumnKind.Instant), ("retracted_at", ColumnKind.Bigint), ("entry", ColumnKind.Uuid),
        ("effective_on", ColumnKind.Date), ("criterion", ColumnKind.Number), ("synthetic", ColumnKind.Boolean), ("unit", ColumnKind.Text),
        ("criteria_set", ColumnKind.Text), ("assessed_by", ColumnKind.Text), ("status", ColumnKind.Text),
    ]);

    public static View FindingPeriod { get; } = new("finding_period", [0, 1],
    [
        ("sequence", ColumnKind.Bigint), ("record_from", ColumnKind.Bigint), ("record_to", ColumnKind.Bigint), ("effect_from", ColumnKind.Date),
        ("effect_to", ColumnKind.Date), ("criterion", ColumnKind.Number), ("opened_by", ColumnKind.Uuid), ("closed_by", ColumnKind.Uuid),
        ("unit", ColumnKind.Text), ("criteria_set", ColumnKind.Text), ("assessed_by", ColumnKind.Text), ("status", ColumnKind.Text),
    ]);

    public static View UnitPeriod { get; } = new("unit_period", [0, 1, 3],
    [
        ("unit", ColumnKind.Text), ("effect_from", ColumnKind.Date), ("effect_to", ColumnKind.Date), ("record_from", ColumnKind.Bigint),
        ("record_to", ColumnKind.Bigint), ("life", ColumnKind.Text), ("established_on", ColumnKind.Date), ("ended_on", ColumnKind.Date),
        ("successors", ColumnKind.Texts), ("name", ColumnKind.Text), ("code", ColumnKind.Text), ("level", ColumnKind.Text), ("parent", ColumnKind.Text),
    ]);

    /// <summary>By name, ordinal.</summary>
    public static IReadOnlyList<View> All { get; } = [Finding, FindingPeriod, UnitPeriod];

    public override string ToString() => Name;
}
