using Ntm.Domain.Criteria;
using Ntm.Domain.Findings;
using Ntm.Domain.Units;
using Ntm.Host.Tests.Reading;
using Ntm.Projections.Reports;

namespace Ntm.Host.Tests.Reports;

/// <summary>
/// A province of two districts: five communes with every status, one of them established within the year, one recognised, and inspections
/// held, missed and answered.
/// </summary>
internal static class ReportSamples
{
    public static readonly DateOnly On = new(2018, 12, 31);
    public static readonly DateOnly Since = new(2017, 12, 31);

    /// <summary>The last entry of the sample.</summary>
    public static long Last => Record.Index.Position;

    public static IReadOnlyList<string> Lines =>
    [
        Unit("lang-son", "Lạng Sơn", "province", null),
        Unit("van-quan", "Văn Quan", "district", "lang-son"),
        Unit("cao-loc", "Cao Lộc", "district", "lang-son"),
        Unit("van-quan.van-an", "Văn An", "commune", "van-quan"),
        Unit("van-quan.dong-giap", "Đồng Giáp", "commune", "van-quan"),
        Unit("van-quan.van-mong", "Vân Mộng", "commune", "van-quan"),
        Unit("cao-loc.hoa-cu", "Hòa Cư", "commune", "cao-loc"),
        Unit("cao-loc.thach-dan", "Thạch Đạn", "commune", "cao-loc", "2018-07-01"),
        .. Enumerable.Range(1, 19).Select(criterion => Finding(criterion == 7 ? "not_applicable" : "attained", "van-quan.van-an", criterion, criterion < 15 ? "2017-06-30" : "2018-06-30")),
        .. Enumerable.Range(1, 8).Select(criterion => Finding("attained", "van-quan.dong-giap", criterion, "2017-06-30")),
        Finding("lost", "van-quan.dong-giap", 5, "2018-09-30"),
        Finding("not_attained", "van-quan.dong-giap", 10, "2018-09-30"),
        Finding("basically_met", "van-quan.dong-giap", 11, "2018-09-30"),
        .. new[] { 1, 2, 3, 9, 18, 19 }.Select(criterion => Finding("attained", "cao-loc.hoa-cu", criterion, "2018-03-31")),
        Finding("attained", "cao-loc.thach-dan", 1, "2018-08-31"),
        """{"type":"recognition_granted","unit":"van-quan.van-an","effectiveOn":"2018-10-31","dossier":"van-an.ntm-2018","title":"ntm","year":2018,"basis":{"number":"2166/QĐ-UBND","date":"2018-10-31","issuer":"UBND tỉnh Lạng Sơn"},"id":"00000000-0000-4000-8000-00000000ac01"}""",
        """{"type":"inspection_scheduled","unit":"van-quan.van-an","effectiveOn":"2018-01-30","dueBy":"2018-10-15","team":"Đoàn thẩm định tỉnh","id":"00000000-0000-4000-8000-00000000ac02"}""",
        """{"type":"inspection_scheduled","unit":"van-quan.dong-giap","effectiveOn":"2018-01-30","dueBy":"2018-11-30","id":"00000000-0000-4000-8000-00000000ac03"}""",
        """{"type":"inspection_held","unit":"van-quan.van-an","effectiveOn":"2018-10-20","team":"Đoàn thẩm định tỉnh","findings":[{"set":"ntm-2016-2020","criterion":17,"conclusion":"chưa đạt","remark":"Chưa có rào, \"biển\" và hố thu","remedyBy":"2018-10-25"},{"set":"ntm-2016-2020","criterion":2,"conclusion":"cần bổ sung hồ sơ","remedyBy":"2018-12-01"}],"id":"00000000-0000-4000-8000-00000000ac04"}""",
        """{"type":"remedy_done","unit":"van-quan.van-an","effectiveOn":"2018-10-28","inspection":"00000000-0000-4000-8000-00000000ac04","criterion":17,"id":"00000000-0000-4000-8000-00000000ac05"}""",
    ];

    public static RecordInMemory Record { get; } = RecordInMemory.Of(Lines);

    public static TheoryData<string> Kinds => [.. ReportKinds.All.Select(kind => kind.Slug)];

    /// <summary>Of the province, or of its recognised commune where the report is one of a single unit.</summary>
    public static Report Of(string kind, string? unit = null, DateOnly? on = null, long? knownAt = null)
    {
        var known = ReportKinds.Find(kind)!;
        return ReportReading.Read(known, Question(unit ?? (known.QuotesEntries ? "van-quan.van-an" : "lang-son"), on, knownAt))!;
    }

    public static ReportQuestion Question(string unit = "lang-son", DateOnly? on = null, long? knownAt = null, DateOnly? boundary = null) => new(
        Record.Index, UnitId.Parse(unit), on ?? On, knownAt ?? Last, RecordInMemory.Catalog.Find(new SetId("ntm-2016-2020"))!, AssessorSet.Official,
        boundary ?? on ?? On, Since)
    {
        Sources = new ReportSources(RecordInMemory.Catalog, Record.SaidOf(UnitId.Parse(unit))),
    };

    public static string Finding(string status, string unit, int criterion, string on) =>
        $$"""{"type":"criterion_{{status}}","unit":"{{unit}}","set":"ntm-2016-2020","criterion":{{criterion}},"assessedBy":"district","effectiveOn":"{{on}}"}""";

    private static string Unit(string unit, string name, string level, string? parent, string on = "2010-01-01") =>
        $$"""{"type":"unit_established","unit":"{{unit}}","name":"{{name}}","level":"{{level}}","parent":{{(parent is null ? "null" : $"\"{parent}\"")}},"effectiveOn":"{{on}}"}""";
}
