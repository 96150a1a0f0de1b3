using Ntm.Domain.Interchange;
using Ntm.Domain.Targets;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Content;

/// <summary>Communes named with the criteria each is to attain or to keep.</summary>
public sealed record TargetsNamed : PlanStatement
{
    public required IReadOnlyList<UnitId> Communes { get; init; }
    public required IReadOnlyList<int> Criteria { get; init; }
    public required TargetKind Kind { get; init; }

    /// <summary>What they are to reach beside, without a number of a criterion ("cải thiện môi trường").</summary>
    public string? Unnumbered { get; init; }

    public Deadline? Deadline { get; init; }

    internal static TargetsNamed ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Communes = fields.RequiredUnits("communes"), Criteria = fields.RequiredIntegers("criteria"),
        Kind = fields.OneOf("as", TargetKinds.Names), Unnumbered = fields.OptionalNonEmptyText("unnumbered"), Deadline = Deadline.Read(fields),
    };
}

/// <summary>How many communes are to have a criterion, with or without their names ("phấn đấu thêm 04 xã đạt tiêu chí (Vân Mộng, …)").</summary>
public sealed record CommunesCounted : PlanStatement
{
    public required int Criterion { get; init; }

    /// <summary>As printed; null where communes are named without a number.</summary>
    public int? Number { get; init; }

    public required CountKind Counts { get; init; }

    /// <summary>Null where none is named.</summary>
    public IReadOnlyList<UnitId>? Communes { get; init; }

    /// <summary>Every commune of the scope is meant ("23/23 xã").</summary>
    public bool All { get; init; }

    /// <summary>Of what is kept: the year in which it was attained, as the words say.</summary>
    public int? AttainedIn { get; init; }

    public Deadline? Deadline { get; init; }

    internal static CommunesCounted ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Criterion = fields.Integer("criterion"), Number = fields.OptionalInteger("number"), Counts = fields.OneOf("counts", CountKinds.Names),
        Communes = fields.Units("communes"), All = fields.Flag("all"), AttainedIn = fields.OptionalInteger("attainedIn"), Deadline = Deadline.Read(fields),
    };
}

/// <summary>How many communes are to be recognised.</summary>
public sealed record RecognitionsCounted : PlanStatement
{
    public required int Number { get; init; }
    public required CountKind Counts { get; init; }
    public IReadOnlyList<UnitId>? Communes { get; init; }

    /// <summary>The communes named are only some of those counted ("trong đó có …").</summary>
    public bool Some { get; init; }

    public Deadline? Deadline { get; init; }

    internal static RecognitionsCounted ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Number = fields.Integer("number"), Counts = fields.OneOf("counts", CountKinds.Names), Communes = fields.Units("communes"),
        Some = fields.Flag("some"), Deadline = Deadline.Read(fields),
    };
}

/// <summary>What a number of communes counts; one kind cannot be held against another without knowing where the year began.</summary>
public enum CountKind
{
    /// <summary>Đạt thêm: on top of those that have it.</summary>
    Additional,

    /// <summary>Có N xã đạt: all that have it in the end.</summary>
    Cumulative,

    /// <summary>Duy trì: those that have it and keep it.</summary>
    Maintained,

    /// <summary>The words can be read either way.</summary>
    Undetermined,
}

public static class CountKinds
{
    public static WireNames<CountKind> Names { get; } = new(
        ("additional", CountKind.Additional), ("cumulative", CountKind.Cumulative), ("maintained", CountKind.Maintained),
        ("undetermined", CountKind.Undetermined));
}
