using Ntm.Domain.Interchange;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Content;

/// <summary>How many communes the plan counts in its scope, or in a part of it ("23/23 xã", "Huyện Cao Phong (12 xã)").</summary>
public sealed record ExtentStated : PlanStatement
{
    public required UnitId Unit { get; init; }
    public required int Communes { get; init; }

    internal static ExtentStated ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Unit = fields.UnitOf("unit"), Communes = fields.Integer("communes"),
    };
}

/// <summary>A mention of a cohort of communes (xã phấn đấu đạt chuẩn năm 2018, xã điểm, các xã còn lại): each place that speaks of it is one statement.</summary>
public sealed record CohortMentioned : PlanStatement
{
    /// <summary>A slug; the same in every mention of what the plan calls by one name.</summary>
    public required string Cohort { get; init; }

    /// <summary>What the plan calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The communes named as its members here; null where none is named.</summary>
    public IReadOnlyList<UnitId>? Members { get; init; }

    /// <summary>The members named are only some of them ("trong đó có …").</summary>
    public bool Some { get; init; }

    /// <summary>How many it has, as printed here.</summary>
    public int? Count { get; init; }

    /// <summary>The rest: it has the communes of the scope that are in none of the other cohorts named here.</summary>
    public IReadOnlyList<string>? AllBut { get; init; }

    /// <summary>Cohorts it is read as, where its members are named only under another name: a reading, not the plan's words.</summary>
    public IReadOnlyList<string>? ReadAs { get; init; }

    internal static CohortMentioned ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Cohort = fields.SlugText("cohort"), Name = fields.NonEmptyText("name"), Members = fields.Units("members"),
        Some = fields.Flag("some"), Count = fields.OptionalInteger("count"), AllBut = fields.Slugs("allBut"), ReadAs = fields.Slugs("readAs"),
    };
}
