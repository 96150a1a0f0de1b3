using Ntm.Domain.Access;
using Ntm.Domain.Findings;

namespace Ntm.Host.Tests.Access;

/// <summary>A province of two districts with one commune each, and a line of every kind about a commune.</summary>
internal static class Places
{
    internal static readonly string[] Lines =
    [
        """{"type":"unit_established","unit":"tinh","effectiveOn":"2010-01-01","name":"Tỉnh","level":"province"}""",
        """{"type":"unit_established","unit":"h1","effectiveOn":"2010-01-01","name":"Huyện Một","level":"district","parent":"tinh"}""",
        """{"type":"unit_established","unit":"h2","effectiveOn":"2010-01-01","name":"Huyện Hai","level":"district","parent":"tinh"}""",
        """{"type":"unit_established","unit":"h1.x1","effectiveOn":"2010-01-01","name":"Xã Một","level":"commune","parent":"h1"}""",
        """{"type":"unit_established","unit":"h2.x2","effectiveOn":"2010-01-01","name":"Xã Hai","level":"commune","parent":"h2"}""",
        """{"type":"plan_issued","unit":"tinh","effectiveOn":"2018-01-01","plan":"ke-hoach","title":"Kế hoạch","scope":"tinh","from":"2018-01-01","to":"2018-12-31","content":{}}""",
        """{"type":"plan_issued","unit":"h1.x1","effectiveOn":"2018-01-01","plan":"ke-hoach.h1","title":"Kế hoạch","scope":"h1.x1","from":"2018-01-01","to":"2018-12-31","content":{}}""",
        """{"type":"plan_issued","unit":"h2.x2","effectiveOn":"2018-01-01","plan":"ke-hoach.h2","title":"Kế hoạch","scope":"h2.x2","from":"2018-01-01","to":"2018-12-31","content":{}}""",
        """{"type":"target_assigned","id":"00000000-0000-4000-8000-00000000aaaa","unit":"h1.x1","effectiveOn":"2018-01-01","plan":"ke-hoach","set":"ntm-2016-2020","criterion":9,"kind":"attain","due":"2018-12-31"}""",
    ];

    /// <summary>A new line each time, lawful by every rule but those of access. Null for a row that only its siblings speak for.</summary>
    internal static string? LineFor(RecordingRight right, string unit)
    {
        var type = right.Types[0];
        var own = (type, right.AssessedBy) switch
        {
            ("unit_established", _) => $$"""{"type":"unit_renamed","unit":"{{unit}}","effectiveOn":"2015-01-01","name":"Tên mới"}""",
            ("title_voted", { } level) => Step(type, unit, $$""" "votes":{"level":"{{Assessors.Names.NameOf(level)}}","members":20,"present":20,"for":20,"against":0}, """),
            (_, { } assessor) => $$"""{"type":"{{type}}","unit":"{{unit}}","effectiveOn":"2018-01-01","set":"ntm-2016-2020","criterion":{{(int)assessor + 1}},"assessedBy":"{{Assessors.Names.NameOf(assessor)}}"}""",
            ("target_assigned", _) => $$"""{"type":"target_assigned","unit":"{{unit}}","effectiveOn":"2018-01-01","plan":"ke-hoach.{{unit[..2]}}","set":"ntm-2016-2020","criterion":3,"kind":"attain","due":"2018-12-31"}""",
            ("task_done", _) => $$"""{"type":"task_done","unit":"{{unit}}","effectiveOn":"2018-03-01","plan":"ke-hoach.{{unit[..2]}}","task":"viec-1"}""",
            ("inspection_scheduled", _) => $$"""{"type":"inspection_scheduled","unit":"{{unit}}","effectiveOn":"2018-01-01","dueBy":"2018-06-01"}""",
            ("remedy_done", _) => $$"""{"type":"remedy_done","unit":"{{unit}}","effectiveOn":"2018-03-01","inspection":"00000000-0000-4000-8000-00000000bbbb","criterion":3}""",
            ("debt_declared", _) => $$"""{"type":"debt_declared","unit":"{{unit}}","effectiveOn":"2018-01-01","amount":0}""",
            ("satisfaction_surveyed", _) => $$"""{"type":"satisfaction_surveyed","unit":"{{unit}}","effectiveOn":"2018-01-01","households":10,"asked":9,"satisfied":8}""",
            ("recognition_granted" or "title_registered" or "title_planned" or "verification_opened" or "appraisal_opened", _) => Step(type, unit, ""),
            _ => null,
        };
        return own;
    }

    // What a document says is recorded in any order.
    private static string Step(string type, string unit, string own) =>
        $$"""{"type":"{{type}}","unit":"{{unit}}","effectiveOn":"2018-12-01","dossier":"{{unit}}.ntm-2018","title":"ntm","year":2018,{{own.Trim()}}"basis":{"number":"1/QĐ-UBND","date":"2018-12-01","issuer":"UBND tỉnh"} }""";
}
