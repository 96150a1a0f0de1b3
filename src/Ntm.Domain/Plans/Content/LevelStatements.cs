using Ntm.Domain.Interchange;

namespace Ntm.Domain.Plans.Content;

/// <summary>Each commune of a cohort is to gain at least so many criteria.</summary>
public sealed record MinimumIncrease : PlanStatement
{
    public required string Cohort { get; init; }
    public required int AtLeast { get; init; }

    internal static MinimumIncrease ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Cohort = fields.SlugText("cohort"), AtLeast = fields.Integer("atLeast"),
    };
}

/// <summary>Criteria per commune on average: by how much it is to grow, what it is to reach, or both.</summary>
public sealed record AverageStated : PlanStatement
{
    public decimal? Increase { get; init; }
    public decimal? Reaches { get; init; }

    internal static AverageStated ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Increase = fields.OptionalDecimal("increase"), Reaches = fields.OptionalDecimal("reaches"),
    };
}

/// <summary>No commune is to have fewer criteria ("không có xã đạt dưới 8 tiêu chí").</summary>
public sealed record FloorStated : PlanStatement
{
    public required int AtLeast { get; init; }

    internal static FloorStated ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        AtLeast = fields.Integer("atLeast"),
    };
}

/// <summary>A cohort defined by where it stands now, with what it is to gain ("các xã dưới 8 tiêu chí … đạt từ 1 đến 2 tiêu chí trở lên").</summary>
public sealed record IncreaseFromBelow : PlanStatement
{
    /// <summary>The communes that have fewer criteria than this.</summary>
    public required int Below { get; init; }

    public required int AtLeast { get; init; }

    internal static IncreaseFromBelow ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Below = fields.Integer("below"), AtLeast = fields.Integer("atLeast"),
    };
}

/// <summary>What the plan says already stands of a criterion, and whether it says that something is still missing.</summary>
public sealed record StateStated : PlanStatement
{
    public required int Criterion { get; init; }

    /// <summary>Every commune of the scope is meant.</summary>
    public bool All { get; init; }

    public IReadOnlyList<Units.UnitId>? Communes { get; init; }

    /// <summary>The criterion as a whole is still to be completed.</summary>
    public required bool Incomplete { get; init; }

    internal static StateStated ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Criterion = fields.Integer("criterion"), All = fields.Flag("all"), Communes = fields.Units("communes"), Incomplete = fields.Flag("incomplete"),
    };
}
