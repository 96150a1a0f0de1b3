using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Testing;

/// <summary>Two well-formed lines of one entry type, as an officer's program would hand them in.</summary>
/// <param name="Full">Every field filled.</param>
/// <param name="Minimal">Only what the type cannot do without.</param>
public sealed record EntrySample(string Type, string Full, string Minimal)
{
    public SubmittedLine ReadFull() => Read(Full);

    public SubmittedLine ReadMinimal() => Read(Minimal);

    private static SubmittedLine Read(string line)
    {
        var read = LineReader.Read(1, Encoding.UTF8.GetBytes(line));
        return read.Submitted ?? throw new InvalidOperationException(string.Join('\n', read.Refusals.Select(refusal => refusal.English)));
    }
}

/// <summary>One sample for every type of <see cref="EntryTypes.All"/>, and for <c>entry_corrected</c>.</summary>
public static class EntrySamples
{
    private const string Basis = """{"number":"15/KH-UBND","date":"2018-01-30","issuer":"UBND huyện Văn Quan"}""";
    private const string Evidence =
        """[{"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","name":"Biên bản thẩm tra.pdf","mediaType":"application/pdf","size":182044}]""";

    private const string Dossier = """{"dossier":"van-quan.van-an.ntm-2018","title":"ntm","year":2018}""";

    private const string RestsOn =
        """
        {"restsOn":{"on":"2018-10-20","sequence":412,"set":"ntm-2016-2020","setVersion":"1","boundary":"2018-10-20","findings":[{"criterion":1,"status":"attained","entry":"00000000-0000-4000-8000-000000000008"}],"evidence":["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]}}
        """;

    private const string Undone = """{"entry":"00000000-0000-4000-8000-000000000008","reason":"Nhập nhầm ngày"}""";

    public static IReadOnlyList<EntrySample> All { get; } =
    [
        Dated("unit_established", "van-quan.van-an", "2016-12-01",
            """{"name":"Văn An","level":"commune","parent":"van-quan","code":"06325"}""",
            """{"name":"Văn An","level":"commune"}"""),
        Dated("unit_renamed", "van-quan.yen-phuc", "2020-01-01", """{"name":"Yên Phúc"}"""),
        Dated("unit_recoded", "van-quan.yen-phuc", "2020-01-01", """{"code":"06298"}"""),
        Dated("unit_reparented", "van-quan.van-an", "2025-07-01", """{"parent":"lang-son"}"""),
        Dated("unit_level_changed", "van-quan.van-an", "2025-07-01", """{"level":"special_zone"}"""),
        Dated("units_merged", "van-quan.yen-phuc", "2020-01-01", """{"from":["van-quan.binh-phuc","van-quan.xuan-mai"]}"""),
        Dated("unit_dissolved", "van-quan", "2025-07-01", """{"successors":["van-quan.van-an","van-quan.yen-phuc"]}""", "{}"),
        Finding("criterion_attained", 5, "province"),
        Finding("criterion_not_attained", 10, "district"),
        Finding("criterion_lost", 17, "audit"),
        Finding("criterion_basically_met", 6, "inspection"),
        Finding("criterion_not_applicable", 7, "commune"),
        Dated("indicator_measured", "van-quan.van-an", "2018-06-30",
            """{"set":"ntm-2016-2020","indicator":"10.1","value":26.5,"unitOfMeasure":"triệu đồng/người/năm","assessedBy":"district"}""",
            """{"set":"ntm-2016-2020","indicator":"16.1","value":true,"assessedBy":"commune"}"""),
        Dated("target_assigned", "van-quan.van-mong", "2018-01-30",
            """{"plan":"van-quan.15-kh-ubnd-2018","set":"ntm-2016-2020","criterion":2,"kind":"attain","due":"2018-11-30","source":"chậm nhất 30/11"}""",
            """{"plan":"van-quan.15-kh-ubnd-2018","set":"ntm-2016-2020","criterion":1,"kind":"maintain","due":"2018-12-31"}"""),
        Dated("target_withdrawn", "van-quan.van-mong", "2018-09-01", """{"target":"59b28213-70c1-52e3-8300-5adc20aa8c20"}"""),
        Plan("plan_issued", "Xây dựng nông thôn mới huyện Văn Quan năm 2018"),
        Plan("plan_revised", "Điều chỉnh kế hoạch xây dựng nông thôn mới huyện Văn Quan năm 2018"),
        Dated("task_done", "van-quan", "2018-03-28",
            """{"plan":"van-quan.15-kh-ubnd-2018","task":"annex-ii-1","due":"2018-03-31"}""",
            """{"plan":"van-quan.15-kh-ubnd-2018","task":"annex-ii-1"}"""),
        Dated("inspection_scheduled", "van-quan.van-an", "2018-01-30",
            """{"plan":"van-quan.15-kh-ubnd-2018","dueBy":"2018-10-15","team":"Văn phòng Điều phối nông thôn mới tỉnh","criteria":[{"set":"ntm-2016-2020","criterion":17}]}""",
            """{"dueBy":"2018-10-15"}"""),
        Dated("inspection_postponed", "van-quan.van-an", "2018-10-08",
            """{"schedule":"00000000-0000-4000-8000-000000000019","dueBy":"2018-10-31","reason":"Mưa lũ"}""",
            """{"schedule":"00000000-0000-4000-8000-000000000019","dueBy":"2018-10-31"}"""),
        Dated("inspection_cancelled", "van-quan.van-an", "2018-10-09",
            """{"schedule":"00000000-0000-4000-8000-000000000019","reason":"Kiểm tra cùng đợt của tỉnh"}""",
            """{"schedule":"00000000-0000-4000-8000-000000000019"}"""),
        Dated("inspection_held", "van-quan.van-an", "2018-10-12",
            """
            {"team":"Đoàn thẩm định tỉnh","findings":[{"set":"ntm-2016-2020","criterion":17,"conclusion":"chưa đạt","remark":"Chưa có rào","remedyBy":"2018-10-25"}],"inspected":[{"set":"ntm-2016-2020","criterion":5}],"schedule":"00000000-0000-4000-8000-000000000019"}
            """,
            """{"team":"Đoàn thẩm định tỉnh","findings":[]}"""),
        Dated("remedy_done", "van-quan.van-an", "2018-10-24", """{"inspection":"00000000-0000-4000-8000-000000000019","criterion":17}"""),
        Dated("follow_up_held", "van-quan.van-an", "2018-11-02",
            """
            {"inspection":"00000000-0000-4000-8000-000000000019","team":"Đoàn thẩm định tỉnh","outcomes":[{"criterion":17,"verdict":"reopened","remark":"Rào chưa kín","remedyBy":"2018-11-20"}]}
            """,
            """{"inspection":"00000000-0000-4000-8000-000000000019","team":"Đoàn thẩm định tỉnh","outcomes":[{"criterion":17,"verdict":"closed"}]}"""),
        Dated("debt_declared", "van-quan.van-an", "2018-09-30", """{"amount":1250000000}"""),
        Dated("satisfaction_surveyed", "van-quan.van-an", "2018-09-20", 
            """{"households":612,"asked":520,"satisfied":498,"contents":[{"name":"Giao thông","asked":520,"satisfied":471}]}""",
            """{"households":612,"asked":520,"satisfied":498}"""),
        Step("title_registered", "2017-12-05"),
        Step("title_planned", "2017-12-11", """{"plan":"van-quan.15-kh-ubnd-2018"}""", """{}"""),
        Step("title_registration_refused", "2017-12-11", """{"reasons":["Mới đạt 9 tiêu chí","Còn nợ đọng xây dựng cơ bản"]}"""),
        Step("title_self_assessed", "2018-08-01"),
        Step("title_posted", "2018-08-02", """{"until":"2018-08-22","broadcasts":3}""", """{"until":"2018-08-22"}"""),
        Step("title_consulted", "2018-08-25", """{"opinions":41,"objections":2}""", """{}"""),
        Step("title_voted", "2018-08-28", Joined("""{"votes":{"level":"commune","members":40,"present":38,"for":37,"against":1}}""", RestsOn), """{"votes":{"level":"commune","members":40,"present":38,"for":37,"against":1}}"""),
        Step("title_proposed", "2018-08-30", """{"by":"commune"}"""),
        Step("verification_opened", "2018-09-05", """{"by":"district","team":"Đoàn thẩm tra huyện Văn Quan"}""", """{}"""),
        Step("title_verified", "2018-09-20", Joined("""{"by":"district","team":"Đoàn thẩm tra huyện Văn Quan"}""", RestsOn), """{}"""),
        Step("title_returned", "2018-09-10", """{"returned":{"by":"district","reasons":["Thiếu biên bản họp xã"]}}"""),
        Step("title_listed", "2018-09-22", """{"by":"district"}""", """{}"""),
        Step("appraisal_opened", "2018-10-03", """{"by":"province","team":"Đoàn thẩm định tỉnh"}""", """{}"""),
        Step("title_appraised", "2018-10-20", Joined("""{"by":"province","team":"Đoàn thẩm định tỉnh"}""", RestsOn), """{}"""),
        Step("recognition_granted", "2018-10-31", RestsOn, "{}"),
        Step("recognition_announced", "2018-11-20", """{"by":"district"}""", """{}"""),
        Step("recognition_inherited", "2023-12-20", Joined("""{"from":["van-quan.van-mong","van-quan.xuan-mai"]}""", RestsOn), """{}"""),
        Step("recognition_revoked", "2023-06-30", RestsOn, "{}"),
        Step("decision_annulled", "2018-12-10", """{"decision":"00000000-0000-4000-8000-000000000024","reason":"Ban hành sai thẩm quyền"}"""),
        Step("title_withdrawn", "2018-09-12", """{"reason":"Chưa hoàn thành tiêu chí 17"}""", """{}"""),
        Step("title_expired", "2019-01-01"),
        Step("title_carried_over", "2019-01-02", """{"into":"van-quan.van-an.ntm-2019"}"""),
        Step("review_opened", "2023-03-01", """{"reason":"Rà soát theo bộ tiêu chí 2021 - 2025"}""", """{}"""),
        Step("review_closed", "2023-06-15", """{"outcome":"revocation_proposed"}"""),
        new(EntryTypes.Retracted,
            Filled(EntryTypes.Retracted, 24, "van-quan.van-an", null,
                """{"entry":"00000000-0000-4000-8000-000000000008","reason":"Nhập nhầm ngày","replacedBy":"00000000-0000-4000-8000-000000000108"}"""),
            Bare(EntryTypes.Retracted, "van-quan.van-an", null, """{"entry":"00000000-0000-4000-8000-000000000008","reason":"Nhập nhầm xã"}""")),
        new(EntryTypes.Corrected,
            Filled(EntryTypes.Corrected, 25, "van-quan.van-an", null, Undone, Replacement(
                Filled("criterion_attained", 108, "van-quan.van-an", "2018-07-15",
                    $$"""{"set":"ntm-2016-2020","criterion":5,"assessedBy":"province","evidence":{{Evidence}}}"""))),
            Bare(EntryTypes.Corrected, "van-quan.van-an", null, Undone, Replacement(
                Bare("criterion_attained", "van-quan.van-an", "2018-07-15", """{"set":"ntm-2016-2020","criterion":5,"assessedBy":"province"}""")))),
    ];

    public static EntrySample Of(string type) => All.Single(sample => sample.Type == type);

    private static EntrySample Finding(string type, int criterion, string assessor) => Dated(type, "van-quan.van-an", "2018-06-30",
        $$"""{"set":"ntm-2016-2020","criterion":{{criterion}},"assessedBy":"{{assessor}}","evidence":{{Evidence}}}""",
        $$"""{"set":"ntm-2016-2020","criterion":{{criterion}},"assessedBy":"{{assessor}}"}""");

    private static EntrySample Plan(string type, string title) => Dated(type, "van-quan", "2018-01-30",
        Joined(PlanOf(title), """{"content":{"xã điểm":["van-quan.van-an","van-quan.van-mong"],"kinh phí":{"tổng":12500.5,"đơn vị":"triệu đồng"},"đã duyệt":true}}"""),
        Joined(PlanOf(title), """{"content":{}}"""));

    private static string PlanOf(string title) =>
        $$"""{"plan":"van-quan.15-kh-ubnd-2018","title":"{{title}}","scope":"van-quan","from":"2018-01-01","to":"2018-12-31"}""";

    private static EntrySample Step(string type, string day, string own = "{}", string? required = null) =>
        Dated(type, "van-quan.van-an", day, Joined(Dossier, own), Joined(Dossier, required ?? own));

    private static string Replacement(string line) => $$"""{"replacement":{{line}}}""";

    private static EntrySample Dated(string type, string unit, string day, string own, string? required = null) =>
        new(type, Filled(type, Number(type), unit, day, own), Bare(type, unit, day, required ?? own));

    private static int Number(string type) => 1 + EntryTypes.All.TakeWhile(known => known.Name != type).Count();

    private static string Filled(string type, int number, string unit, string? day, params string[] own) => Joined(
    [
        $$"""{"type":"{{type}}","id":"00000000-0000-4000-8000-{{number:D12}}","unit":"{{unit}}"}""",
        Day(day),
        $$"""{"basis":{{Basis}},"note":"Theo hồ sơ lưu tại huyện"}""",
        .. own,
    ]);

    private static string Bare(string type, string unit, string? day, params string[] own) =>
        Joined([$$"""{"type":"{{type}}","unit":"{{unit}}"}""", Day(day), .. own]);

    private static string Day(string? day) => day is null ? "{}" : $$"""{"effectiveOn":"{{day}}"}""";

    /// <summary>One object with the members of all of them.</summary>
    private static string Joined(params string[] objects) =>
        "{" + string.Join(',', objects.Select(members => members[1..^1]).Where(members => members.Length > 0)) + "}";
}
