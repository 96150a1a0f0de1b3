using Ntm.Domain.Interchange;
using Ntm.Domain.Units;

namespace Ntm.Domain.Plans.Content;

/// <summary>Another number to be reached: classes held, poverty down by 3 %, share of workers trained.</summary>
public sealed record IndicatorStated : PlanStatement
{
    /// <summary>A slug of the plan's own.</summary>
    public required string Measures { get; init; }

    public required decimal Value { get; init; }

    /// <summary>The value is a lower bound ("từ … trở lên", "ít nhất", "trên").</summary>
    public bool OrMore { get; init; }

    /// <summary>The upper end of a range ("từ 02 đến 03").</summary>
    public decimal? UpTo { get; init; }

    /// <summary>As printed; null where none is.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>The value is a difference from before, not a level: in percent it can be read as percent or as percentage points.</summary>
    public bool IsChange { get; init; }

    /// <summary>Of what, where it is a share ("% of whom"); null where the words do not say.</summary>
    public string? Of { get; init; }

    public int? Criterion { get; init; }

    /// <summary>At least so much is due in each part of the scope.</summary>
    public bool InEachPart { get; init; }

    public Deadline? Deadline { get; init; }

    internal static IndicatorStated ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Measures = fields.SlugText("measures"), Value = fields.Decimal("value"), OrMore = fields.Flag("orMore"),
        UpTo = fields.OptionalDecimal("upTo"), UnitOfMeasure = fields.OptionalNonEmptyText("unitOfMeasure"), IsChange = fields.Flag("isChange"),
        Of = fields.OptionalNonEmptyText("of"), Criterion = fields.OptionalInteger("criterion"),
        InEachPart = fields.Flag("inEachPart"), Deadline = Deadline.Read(fields),
    };
}

/// <summary>An objective, and where the plan measures it: the ids of statements or of table rows, none where nothing does.</summary>
public sealed record ObjectiveStated : PlanStatement
{
    public required IReadOnlyList<string> MeasuredBy { get; init; }

    internal static ObjectiveStated ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        MeasuredBy = fields.Slugs("measuredBy") ?? [],
    };
}

/// <summary>A duty on a set of communes, of which the plan may speak in several places ("mỗi xã … ít nhất 01 khu dân cư").</summary>
public sealed record DutyStated : PlanStatement
{
    /// <summary>A slug: what is owed; the same in every place that speaks of it.</summary>
    public required string Duty { get; init; }

    /// <summary>Slugs of the cohorts bound.</summary>
    public IReadOnlyList<string>? Cohorts { get; init; }

    public IReadOnlyList<UnitId>? Communes { get; init; }

    /// <summary>How much each of them owes.</summary>
    public decimal? Each { get; init; }

    /// <summary>How much is owed together.</summary>
    public decimal? Together { get; init; }

    public string? UnitOfMeasure { get; init; }

    internal static DutyStated ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Duty = fields.SlugText("duty"), Cohorts = fields.Slugs("cohorts"), Communes = fields.Units("communes"),
        Each = fields.OptionalDecimal("each"), Together = fields.OptionalDecimal("together"), UnitOfMeasure = fields.OptionalNonEmptyText("unitOfMeasure"),
    };
}

/// <summary>A task with who directs, leads, carries out and coordinates, and when; offices as printed.</summary>
public sealed record TaskAssigned : PlanStatement
{
    /// <summary>Its number as printed: <c>III.1</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Chỉ đạo.</summary>
    public string? Directs { get; init; }

    /// <summary>Chủ trì.</summary>
    public string? Leads { get; init; }

    /// <summary>Thực hiện.</summary>
    public string? Implements { get; init; }

    /// <summary>Phối hợp.</summary>
    public string? Coordinates { get; init; }

    /// <summary>The time as printed ("Tháng 3, 6, 9, 11", "Thường xuyên"); null where the source has none.</summary>
    public string? Time { get; init; }

    /// <summary>What comes of it, as printed ("Báo cáo", "QĐ của UBND tỉnh").</summary>
    public string? Form { get; init; }

    /// <summary>What it is for the system: an inspection is scheduled from it, a report falls due by it.</summary>
    public required TaskPurpose Purpose { get; init; }

    /// <summary>The cohort inspected; null: all communes of the scope, or none for a task of another purpose.</summary>
    public string? Cohort { get; init; }

    internal static TaskAssigned ReadOwn(FieldReader fields, PlanStatement common) => new()
    {
        Id = common.Id, Text = common.Text, Place = common.Place, Year = common.Year,
        Number = fields.OptionalNonEmptyText("number"), Directs = fields.OptionalNonEmptyText("directs"), Leads = fields.OptionalNonEmptyText("leads"),
        Implements = fields.OptionalNonEmptyText("implements"), Coordinates = fields.OptionalNonEmptyText("coordinates"),
        Time = fields.OptionalNonEmptyText("time"), Form = fields.OptionalNonEmptyText("form"), Purpose = fields.OneOf("purpose", TaskPurposes.Names),
        Cohort = fields.OptionalSlug("cohort"),
    };
}

public enum TaskPurpose
{
    /// <summary>Work of any kind.</summary>
    Work,

    /// <summary>Kiểm tra, đôn đốc.</summary>
    Inspection,

    /// <summary>Báo cáo.</summary>
    Report,

    /// <summary>Họp, hội nghị.</summary>
    Meeting,
}

public static class TaskPurposes
{
    public static WireNames<TaskPurpose> Names { get; } = new(
        ("work", TaskPurpose.Work), ("inspection", TaskPurpose.Inspection), ("report", TaskPurpose.Report), ("meeting", TaskPurpose.Meeting));
}
