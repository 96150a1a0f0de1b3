using System.Globalization;

namespace Ntm.CritterStack.Tests;

/// <summary>One record with every type of entry in it, a correction, and text that is hard on encodings.</summary>
internal static class Samples
{
    public static readonly Guid Renamed = Id(7), FirstFinding = Id(12), Target = Id(18), Schedule = Id(21), Inspection = Id(22), Correction = Id(40), Replacement = Id(41);

    /// <summary>Composed and decomposed Vietnamese, quotes, a backslash, a line break, letters beyond the first plane, an escape.</summary>
    public const string HardNote = """Đạt — “ổn”, \"thật\" \\ C:\\xã\nTrường 𠊛 🏫 \u00e0 e\u0302\u0301""";

    private static readonly string Hash = new('a', 64);

    public static IReadOnlyList<string> Lines { get; } =
    [
        Line(1, "unit_established", "lang-son", "2010-01-01", """ "name":"Lạng Sơn","level":"province","code":"20" """),
        Line(2, "unit_established", "van-quan", "2010-01-01", """ "name":"Văn Quan","level":"district","parent":"lang-son","code":"184" """),
        Line(3, "unit_established", "van-quan.tri-le", "2010-01-01", """ "name":"Tri Lễ","level":"commune","parent":"van-quan" """),
        Line(4, "unit_established", "van-quan.van-mong", "2010-01-01", """ "name":"Vân Mộng","level":"commune","parent":"van-quan" """),
        Line(5, "unit_established", "van-quan.phu-my", "2010-01-01", """ "name":"Phú Mỹ","level":"commune","parent":"van-quan" """),
        Line(6, "unit_established", "van-quan.song-giang", "2010-01-01", """ "name":"Song Giang","level":"commune","parent":"van-quan" """),
        Line(7, "unit_renamed", "van-quan.van-mong", "2019-12-01", """ "name":"Liên Hội","basis":{"number":"818/NQ-UBTVQH14","date":"2019-11-21","issuer":"Ủy ban Thường vụ Quốc hội"} """),
        Line(8, "unit_recoded", "van-quan.van-mong", "2019-12-01", """ "code":"06298" """),
        Line(9, "unit_reparented", "van-quan.song-giang", "2020-01-01", """ "parent":"lang-son" """),
        Line(10, "unit_level_changed", "van-quan.song-giang", "2020-01-01", """ "level":"township" """),
        Line(11, "plan_issued", "van-quan", "2022-05-20", """ "plan":"van-quan-2022","title":"Kế hoạch xây dựng nông thôn mới","scope":"van-quan","from":"2022-01-01","to":"2025-12-31","content":{"mục tiêu":[{"xã":"Tri Lễ","số":19.5}],"a":null,"b":true,"chữ":"ế"} """),
        Line(12, "criterion_attained", "van-quan.tri-le", "2022-06-30", $$""" "set":"ntm-2021-2025","criterion":1,"assessedBy":"district","note":"{{HardNote}}","evidence":[{"sha256":"{{Hash}}","name":"biên bản.pdf","mediaType":"application/pdf","size":9007199254740993}] """),
        Line(13, "criterion_not_attained", "van-quan.tri-le", "2022-06-30", """ "set":"ntm-2021-2025","criterion":2,"assessedBy":"province" """),
        Line(14, "criterion_basically_met", "van-quan.tri-le", "2022-06-30", """ "set":"ntm-2021-2025","criterion":3,"assessedBy":"inspection" """),
        Line(15, "criterion_not_applicable", "van-quan.tri-le", "2022-06-30", """ "set":"ntm-2021-2025","criterion":7,"assessedBy":"audit" """),
        Line(16, "indicator_measured", "van-quan.tri-le", "2022-12-31", """ "set":"ntm-2021-2025","indicator":"10.1","value":39.50,"unitOfMeasure":"triệu đồng/người","assessedBy":"district" """),
        Line(17, "indicator_measured", "van-quan.tri-le", "2022-12-31", """ "set":"ntm-2021-2025","indicator":"1.1","value":true,"assessedBy":"commune" """),
        Line(18, "target_assigned", "van-quan.tri-le", "2022-05-20", """ "plan":"van-quan-2022","set":"ntm-2021-2025","criterion":2,"kind":"attain","due":"2023-12-31","source":"phấn đấu đạt tiêu chí số 2" """),
        Line(19, "target_withdrawn", "van-quan.tri-le", "2023-01-15", $$""" "target":"{{Target}}" """),
        Line(20, "plan_revised", "van-quan", "2023-02-01", """ "plan":"van-quan-2022","title":"Kế hoạch (điều chỉnh)","scope":"van-quan","from":"2022-01-01","to":"2025-12-31","content":{} """),
        Line(21, "inspection_scheduled", "van-quan.tri-le", "2023-02-01", """ "plan":"van-quan-2022","dueBy":"2023-06-30","team":"Phòng Nông nghiệp","criteria":[{"set":"ntm-2021-2025","criterion":2}] """),
        Line(73, "inspection_postponed", "van-quan.tri-le", "2023-03-01", $$""" "schedule":"{{Schedule}}","dueBy":"2023-07-31","reason":"mưa lũ" """),
        Line(74, "inspection_cancelled", "van-quan.tri-le", "2023-03-02", $$""" "schedule":"{{Schedule}}" """),
        Line(32, "task_done", "van-quan", "2023-02-28", """ "plan":"van-quan-2022","task":"annex-1","due":"2023-03-31" """),
        Line(22, "inspection_held", "van-quan.tri-le", "2023-06-01", """ "team":"Phòng Nông nghiệp","findings":[{"set":"ntm-2021-2025","criterion":2,"conclusion":"chưa đạt","remark":"đường xã","remedyBy":"2023-09-30"},{"set":"ntm-2021-2025","criterion":3,"conclusion":"cơ bản đạt"}],"inspected":[{"set":"ntm-2021-2025","criterion":5}] """),
        Line(23, "remedy_done", "van-quan.tri-le", "2023-09-15", $$""" "inspection":"{{Inspection}}","criterion":2 """),
        Line(75, "follow_up_held", "van-quan.tri-le", "2023-10-02", $$""" "inspection":"{{Inspection}}","team":"Phòng Nông nghiệp","outcomes":[{"criterion":2,"verdict":"reopened","remedyBy":"2023-12-31"}] """),
        Line(24, "criterion_lost", "van-quan.tri-le", "2023-10-01", """ "set":"ntm-2021-2025","criterion":1,"assessedBy":"district" """),
        Line(25, "debt_declared", "van-quan.tri-le", "2023-12-31", """ "amount":1234567890123 """),
        Line(26, "satisfaction_surveyed", "van-quan.tri-le", "2023-11-30", """ "households":812,"asked":700,"satisfied":655,"contents":[{"name":"Giao thông","asked":700,"satisfied":640}] """),
        Line(50, "title_registered", "van-quan.tri-le", "2022-01-05", """ "dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2022-01-05","issuer":"UBND huyện Văn Quan"} """),
        Line(51, "title_planned", "van-quan.tri-le", "2022-01-10", """ "plan":"van-quan-2022","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2022-01-10","issuer":"UBND huyện Văn Quan"} """),
        Line(52, "title_registration_refused", "van-quan.tri-le", "2022-01-10", """ "reasons":["mới đạt 9 tiêu chí"],"dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2022-01-10","issuer":"UBND huyện Văn Quan"} """),
        Line(53, "title_self_assessed", "van-quan.tri-le", "2023-08-01", """ "dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-08-01","issuer":"UBND huyện Văn Quan"} """),
        Line(54, "title_posted", "van-quan.tri-le", "2023-08-02", """ "until":"2023-08-20","broadcasts":3,"dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-08-02","issuer":"UBND huyện Văn Quan"} """),
        Line(55, "title_consulted", "van-quan.tri-le", "2023-08-25", """ "opinions":41,"dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-08-25","issuer":"UBND huyện Văn Quan"} """),
        Line(56, "title_voted", "van-quan.tri-le", "2023-08-28", """ "votes":{"level":"commune","members":40,"present":38,"for":37,"against":1},"dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-08-28","issuer":"UBND huyện Văn Quan"} """),
        Line(57, "title_proposed", "van-quan.tri-le", "2023-08-30", """ "by":"commune","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-08-30","issuer":"UBND huyện Văn Quan"} """),
        Line(58, "verification_opened", "van-quan.tri-le", "2023-09-05", """ "team":"Đoàn thẩm tra","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-09-05","issuer":"UBND huyện Văn Quan"} """),
        Line(59, "title_verified", "van-quan.tri-le", "2023-09-20", """ "by":"district","team":"Đoàn thẩm tra","restsOn":{"on":"2023-11-20","sequence":26,"set":"ntm-2021-2025","setVersion":"1","boundary":"2023-11-20","findings":[{"criterion":2,"status":"not_attained","entry":null},{"criterion":7,"status":"not_applicable","entry":"00000000-0000-4000-8000-00000000000f"}],"evidence":[]},"dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-09-20","issuer":"UBND huyện Văn Quan"} """),
        Line(60, "title_returned", "van-quan.tri-le", "2023-09-10", """ "returned":{"by":"district","reasons":["thiếu biên bản"]},"dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-09-10","issuer":"UBND huyện Văn Quan"} """),
        Line(61, "title_listed", "van-quan.tri-le", "2023-09-22", """ "by":"district","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-09-22","issuer":"UBND huyện Văn Quan"} """),
        Line(62, "appraisal_opened", "van-quan.tri-le", "2023-10-03", """ "team":"Đoàn thẩm định","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-10-03","issuer":"UBND huyện Văn Quan"} """),
        Line(63, "title_appraised", "van-quan.tri-le", "2023-11-20", """ "by":"province","restsOn":{"on":"2023-11-20","sequence":26,"set":"ntm-2021-2025","setVersion":"1","boundary":"2023-11-20","findings":[{"criterion":2,"status":"not_attained","entry":null},{"criterion":7,"status":"not_applicable","entry":"00000000-0000-4000-8000-00000000000f"}],"evidence":[]},"dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2023-11-20","issuer":"UBND huyện Văn Quan"} """),
        Line(27, "recognition_granted", "van-quan.tri-le", "2024-01-10", """ "dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"77/QĐ-UBND","date":"2024-01-10","issuer":"UBND tỉnh Lạng Sơn"} """),
        Line(64, "recognition_announced", "van-quan.tri-le", "2024-01-20", """ "by":"district","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2024-01-20","issuer":"UBND huyện Văn Quan"} """),
        Line(65, "review_opened", "van-quan.tri-le", "2024-03-01", """ "reason":"rà soát","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2024-03-01","issuer":"UBND huyện Văn Quan"} """),
        Line(66, "review_closed", "van-quan.tri-le", "2024-06-01", """ "outcome":"revocation_proposed","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2024-06-01","issuer":"UBND huyện Văn Quan"} """),
        Line(67, "recognition_revoked", "van-quan.tri-le", "2024-06-20", """ "restsOn":{"on":"2023-11-20","sequence":26,"set":"ntm-2021-2025","setVersion":"1","boundary":"2023-11-20","findings":[{"criterion":2,"status":"not_attained","entry":null},{"criterion":7,"status":"not_applicable","entry":"00000000-0000-4000-8000-00000000000f"}],"evidence":[]},"dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2024-06-20","issuer":"UBND huyện Văn Quan"} """),
        Line(68, "recognition_inherited", "van-quan.tri-le", "2024-07-01", """ "from":["van-quan.phu-my"],"dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2024-07-01","issuer":"UBND huyện Văn Quan"} """),
        Line(69, "decision_annulled", "van-quan.tri-le", "2024-07-10", """ "decision":"00000000-0000-4000-8000-00000000001b","reason":"sai thẩm quyền","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2024-07-10","issuer":"UBND huyện Văn Quan"} """),
        Line(70, "title_withdrawn", "van-quan.tri-le", "2024-07-11", """ "dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2024-07-11","issuer":"UBND huyện Văn Quan"} """),
        Line(71, "title_expired", "van-quan.tri-le", "2024-07-12", """ "dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2024-07-12","issuer":"UBND huyện Văn Quan"} """),
        Line(72, "title_carried_over", "van-quan.tri-le", "2024-07-13", """ "into":"tri-le-2024","dossier":"tri-le-2023","title":"ntm","year":2023,"basis":{"number":"12/BC-UBND","date":"2024-07-13","issuer":"UBND huyện Văn Quan"} """),
        Line(28, "units_merged", "van-quan.van-mong", "2024-02-01", """ "from":["van-quan.phu-my"] """),
        Line(29, "unit_dissolved", "van-quan.song-giang", "2024-02-01", """ "successors":["van-quan.van-mong"] """),
        Line(30, "criterion_attained", "van-quan.tri-le", "2024-03-01", """ "set":"ntm-2021-2025","criterion":4,"assessedBy":"district" """),
        $$"""{"id":"{{Id(31)}}","type":"entry_retracted","unit":"van-quan.tri-le","entry":"{{Id(30)}}","reason":"ghi nhầm xã"}""",
        $$$"""{"id":"{{{Correction}}}","type":"entry_corrected","unit":"van-quan.tri-le","entry":"{{{FirstFinding}}}","reason":"sai ngày","replacement":{"id":"{{{Replacement}}}","type":"criterion_attained","unit":"van-quan.tri-le","effectiveOn":"2022-07-01","set":"ntm-2021-2025","criterion":1,"assessedBy":"district"}}""",
    ];

    private static Guid Id(int number) => new(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:x12}"));

    private static string Line(int id, string type, string unit, string day, string own) =>
        $$"""{"id":"{{Id(id)}}","type":"{{type}}","unit":"{{unit}}","effectiveOn":"{{day}}",{{own.Trim()}}}""";
}
