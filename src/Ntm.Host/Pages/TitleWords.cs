using System.Globalization;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Time;
using Ntm.Projections.Titles;

namespace Ntm.Host.Pages;

/// <summary>Titles, dossiers and what became of them, in the words of the field (docs/glossary.md).</summary>
internal static class TitleWords
{
    internal static string NoRevocation(Wording say = default) => say[
        "Không tính, vì ngày này, hoặc ngày cuối của đơn vị đã chấm dứt, chưa có quy định nào về thu hồi (18/2022/QĐ-TTg có hiệu lực từ 02/08/2022).",
        "Not computed: on this day, or on the last day of a unit that has ended, no regulation on revocation was in force yet (18/2022/QĐ-TTg has been in force since 02/08/2022)."];

    internal static string Title(string title, Wording say = default) => title switch
    {
        "ntm" => say["nông thôn mới", "new rural"],
        "advanced" => say["nông thôn mới nâng cao", "advanced new rural"],
        "model" => say["nông thôn mới kiểu mẫu", "model new rural"],
        _ => title,
    };

    /// <summary>What somebody held.</summary>
    internal static string Titles(IReadOnlyList<string> titles, Wording say = default) => 
        titles.Count == 0 ? say["không có danh hiệu", "no title"] : string.Join(", ", titles.Select(title => Title(title, say)));

    internal static string Standing(string standing, Wording say = default) => standing switch
    {
        "held" => say["đang giữ danh hiệu", "holds the title"],
        "undetermined" => say["chưa xác định sau sáp nhập", "undetermined since a merger"],
        "revoked" => say["đã bị thu hồi", "revoked"],
        "annulled" => say["quyết định đã bị bãi bỏ", "decision annulled"],
        "none" => say["không có danh hiệu", "holds no title"],
        _ => standing,
    };

    /// <summary>A unit that ended keeps what it held, and holds nothing any more.</summary>
    internal static string Standing(string standing, bool hasEnded, Wording say = default) => 
        hasEnded && standing == "held" ? say["giữ danh hiệu đến khi chấm dứt", "held the title until it ended"] : Standing(standing, say);

    internal static string Stage(string stage, Wording say = default) => stage switch
    {
        "not_begun" => say["chưa bắt đầu", "not begun"],
        "registered" => say["đã đăng ký", "registered"],
        "planned" => say["đã vào kế hoạch", "included in the plan"],
        "registration_refused" => say["không được đưa vào kế hoạch", "not included in the plan"],
        "self_assessed" => say["xã đã tự đánh giá", "assessed by the commune itself"],
        "consulted" => say["đã lấy ý kiến", "consulted"],
        "proposed_by_commune" => say["xã đã đề nghị", "proposed by the commune"],
        "verification_opened" => say["đang thẩm tra", "under verification"],
        "verified" => say["đã thẩm tra", "verified"],
        "returned_by_district" => say["huyện trả lại", "returned by the district"],
        "proposed_by_district" => say["huyện đã đề nghị", "proposed by the district"],
        "appraisal_opened" => say["đang thẩm định", "under appraisal"],
        "appraised" => say["đã thẩm định", "appraised"],
        "returned_by_province" => say["tỉnh trả lại", "returned by the province"],
        "council_voted" => say["Hội đồng đã thông qua", "passed by the council"],
        "council_rejected" => say["Hội đồng không thông qua", "rejected by the council"],
        "recognised" => say["đã công nhận", "recognised"],
        "announced" => say["đã công nhận và công bố", "recognised and announced"],
        "under_review" => say["đang rà soát sau công nhận", "under review after recognition"],
        "revoked" => say["đã thu hồi", "revoked"],
        "annulled" => say["đã bãi bỏ", "annulled"],
        "withdrawn" => say["đã rút", "withdrawn"],
        "expired" => say["hết hạn", "expired"],
        "carried_over" => say["đã chuyển tiếp", "carried over"],
        _ => stage,
    };

    internal static string Step(string step, Wording say = default) => StepKinds.Names.TryParse(step, out var kind) ? Step(kind, say) : step;

    /// <summary>At the head of a line.</summary>
    internal static string Step(StepKind kind, Wording say = default) => Words.Opening(say[kind.InVietnamese(), kind.InEnglish()]);

    internal static string Level(string level, Wording say = default) => level switch
    {
        "commune" => say["cấp xã", "commune level"],
        "district" => say["cấp huyện", "district level"],
        "province" => say["cấp tỉnh", "province level"],
        _ => level,
    };

    internal static string Reason(string reason, Wording say = default) => reason switch
    {
        "stale_decision" => say["quyết định không còn căn cứ", "decision without its basis"],
        "criteria_lost" => say["mất tiêu chí", "criteria lost"],
        "revocation_line" => say["có tiêu chí không đạt theo bộ 2021–2025", "criteria not met under the set of 2021–2025"],
        "debt" => say["nợ đọng", "outstanding debt"],
        "undetermined" => say["chưa xác định sau sáp nhập", "undetermined since a merger"],
        _ => reason,
    };

    internal static string Kind(string kind, Wording say = default) => kind == "broken" ? say["sai quy định", "rule broken"] : say["sổ chưa cho thấy", "not shown by the record"];

    internal static string Dong(long amount, Wording say = default) => 
        amount.ToString("#,0", Words.Culture(say)) + say[" đồng", " VND"];

    /// <summary>The regime a step is judged by.</summary>
    internal static string Regime(DossierStepRow step, Wording say = default) =>
        Regimes.On(step.EffectiveOn) is { } regime 
            ? $"{say["theo", "under"]} {regime.Document.Number}" : say["chương trình không có quy định cho ngày này", "the program has no regulation for this day"];

    internal static string Document(DocumentCited document, Wording say = default) => $"{document.Number}, {Words.Day(document.Date)}, {say.Quote(document.Issuer)}";

    internal static string RecordedOn(string recordedAt) => Words.Day(VietnamCalendar.DayOf(DateTimeOffset.Parse(recordedAt, CultureInfo.InvariantCulture)));

    internal static string Votes(VotesRow votes, Wording say = default) =>
        string.Create(CultureInfo.InvariantCulture, $"{votes.For} {say["thuận", "for"]}, {votes.Against} {say["không thuận", "against"]}; {votes.Present} {say["có mặt trên", "present of"]} {votes.Members} {say["thành viên", "members"]}");

    internal static string Survey(SurveyRow survey, Wording say = default) =>
        string.Create(CultureInfo.InvariantCulture, $"{survey.Satisfied} {say["trên", "of"]} {survey.Asked} {say["hộ được hỏi hài lòng, trong", "households asked are satisfied, of"]} {survey.Households} {say["hộ", "in all"]}");

    internal static string Change(BasisChange change, Wording say = default) => change.What switch
    {
        "criterion" => string.Create(CultureInfo.InvariantCulture, $"{say["tiêu chí", "criterion"]} {change.Criterion}: {Status(change.Before, say)} → {Status(change.Now, say)}"),
        "debt" => $"{say["nợ đọng", "outstanding debt"]}: {Amount(change.Before, say)} → {Amount(change.Now, say)}",
        "unit" => say["đơn vị đã chấm dứt trước ngày đó", "the unit had ended before that day"],
        _ => change.What,
    };

    internal static string Moved(CriterionMoved moved, Wording say = default) =>
        string.Create(CultureInfo.InvariantCulture, $"{say["tiêu chí", "criterion"]} {moved.Criterion}: {Words.Status(moved.Before, say)} → {Words.Status(moved.Now, say)}");

    /// <summary>What a step rested on, in one line.</summary>
    internal static string Basis(BasisRow basis, Wording say = default)
    {
        var on = $"{(basis.IsStored ? say["ghi trong bước", "stored with the step"] : say["suy từ điều đã biết khi ghi", "derived from what was known at the recording"])}, {say["ngày", "on"]} {Words.Day(basis.On)}";
        return basis.Set is null
            ? $"{on}; {say["chương trình không có bộ tiêu chí của danh hiệu và năm này", "the program has no criteria set for this title and year"]}"
            : $"{on}, {basis.Set}: {string.Join(", ", basis.Criteria.GroupBy(criterion => criterion.Status).Select(status => string.Create(CultureInfo.InvariantCulture, $"{status.Count()} {Words.Status(status.Key, say)}")))}";
    }

    /// <summary>How far it is to the line of revocation, or why that cannot be told.</summary>
    internal static string Distance(RevocationDistance distance, Wording say = default) => distance.Verdict switch
    {
        "reached" => $"{say["Đã đến mức thu hồi", "The line of revocation is reached"]}: {Met(distance, say)}.",
        "not_reached" => $"{say["Chưa đến mức thu hồi", "The line of revocation is not reached"]}: {Met(distance, say)}; {Missing(distance, say)}.",
        "undetermined" => $"{say["Chưa xác định được mức thu hồi", "Whether the line of revocation is reached cannot be told"]}: {Met(distance, say)}; {Missing(distance, say)}.",
        "undecidable" => say["Không tính được: chương trình không có bộ tiêu chí 2021–2025 của danh hiệu này.", "It cannot be told: the program has no set of 2021–2025 for this title."],
        _ => distance.Verdict,
    };

    private static string Met(RevocationDistance distance, Wording say)
    {
        var uncertain = distance.Uncertain.Count == 0 ? "" : $", {say["chưa rõ", "uncertain:"]} {distance.Uncertain.Count}";
        var lost = distance.Core.Intersect(distance.NotMet).ToList();
        var core = lost.Count == 0 ? "" : $", {say["trong đó tiêu chí cốt lõi", "among them the core criteria"]} {string.Join(", ", lost)}";
        return $"{distance.NotMet.Count} {say["tiêu chí không đạt", distance.NotMet.Count == 1 ? "criterion not met" : "criteria not met"]}{(distance.NotMet.Count == 0 ? "" : $" ({string.Join(", ", distance.NotMet)})")}{core}{uncertain}";
    }

    private static string Missing(RevocationDistance distance, Wording say) => distance.DistanceFrom == distance.DistanceTo
        ? string.Create(CultureInfo.InvariantCulture, $"{say["thêm", "it takes"]} {distance.DistanceTo} {say["tiêu chí không đạt là đến", "more not met"]}")
        : string.Create(CultureInfo.InvariantCulture, $"{say["thêm", "it takes"]} {distance.DistanceFrom} {say["đến", "to"]} {distance.DistanceTo} {say["tiêu chí không đạt là đến, tùy các tiêu chí chưa rõ", "more not met, depending on the uncertain ones"]}");

    private static string Status(string? status, Wording say) => status is null ? say["chưa rõ", "uncertain"] : Words.Status(status, say);

    private static string Amount(string? amount, Wording say) =>
        long.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var dong) ? Dong(dong, say) : say["chưa khai", "not declared"];
}
