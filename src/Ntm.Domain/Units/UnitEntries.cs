using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Units;

/// <summary>A dated fact about a unit itself: its existence, name, official code, parent, level.</summary>
public abstract record UnitEntry : DatedEntry;

public sealed record UnitEstablished : UnitEntry
{
    public required string Name { get; init; }
    public required UnitLevel Level { get; init; }
    public UnitId? Parent { get; init; }
    public string? Code { get; init; }

    internal static UnitEstablished Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Name = line.NonEmptyText("name"),
        Level = line.OneOf("level", UnitLevels.Names),
        Parent = line.OptionalUnit("parent"),
        Code = line.OptionalNonEmptyText("code"),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("name", Name);
        fields.Text("level", UnitLevels.Names.NameOf(Level));
        fields.Text("parent", Parent?.Value);
        fields.Text("code", Code);
    }
}

public sealed record UnitRenamed : UnitEntry
{
    public required string Name { get; init; }

    internal static UnitRenamed Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Name = line.NonEmptyText("name"),
    };

    internal override void WriteOwnFields(FieldWriter fields) => fields.Text("name", Name);
}

public sealed record UnitRecoded : UnitEntry
{
    public required string Code { get; init; }

    internal static UnitRecoded Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Code = line.NonEmptyText("code"),
    };

    internal override void WriteOwnFields(FieldWriter fields) => fields.Text("code", Code);
}

public sealed record UnitReparented : UnitEntry
{
    public required UnitId Parent { get; init; }

    internal static UnitReparented Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Parent = line.UnitOf("parent"),
    };

    internal override void WriteOwnFields(FieldWriter fields) => fields.Text("parent", Parent.Value);
}

public sealed record UnitLevelChanged : UnitEntry
{
    public required UnitLevel Level { get; init; }

    internal static UnitLevelChanged Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Level = line.OneOf("level", UnitLevels.Names),
    };

    internal override void WriteOwnFields(FieldWriter fields) => fields.Text("level", UnitLevels.Names.NameOf(Level));
}

/// <summary>Sáp nhập: the units of <see cref="From"/> end that day; their facts stay with them. The unit of the entry is the successor.</summary>
public sealed record UnitsMerged : UnitEntry
{
    public required IReadOnlyList<UnitId> From { get; init; }

    internal static UnitsMerged Read(FieldReader line)
    {
        var from = line.Units("from");
        if (from is { Count: 0 })
            line.Invalid("from", Refusals.Expected.NonEmptyJsonArray);
        if (from is null && !line.TryTake("from", out _))
            line.Missing("from");

        return new()
        {
            Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
            From = from ?? [],
        };
    }

    internal override void WriteOwnFields(FieldWriter fields) => fields.Texts("from", From.Select(unit => unit.Value));
}

/// <summary>Giải thể: ends that day. Successors absent or empty: not known.</summary>
public sealed record UnitDissolved : UnitEntry
{
    public IReadOnlyList<UnitId>? Successors { get; init; }

    internal static UnitDissolved Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Successors = line.Units("successors"),
    };

    internal override void WriteOwnFields(FieldWriter fields) => fields.Texts("successors", Successors?.Select(unit => unit.Value));
}
