using System.Globalization;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Time;
using Ntm.Projections.Titles;

namespace Ntm.Host.Pages;

/// <summary>Titles, dossiers and what became of them, in the words of the field (docs/glossary.md).</summary>
internal static class TitleWords
{
    internal const string NoRevocation = "Không tính, vì ngày này, hoặc ngày cuối của đơn vị đã chấm dứt, chưa có quy định nào về thu hồi (18/2022/QĐ-TTg có hiệu lực từ 02/08/2022).";

    internal static string Title(string title) => title switch
    {
        "ntm" => "nông thôn mới",
        "advanced" => "nông thôn mới nâng cao",
        "model" => "nông thôn mới kiểu mẫu",
        _ => title,
    };

    /// <summary>What somebody held.</summary>
    internal static string Titles(IReadOnlyList<string> titles) => titles.Count == 0 ? "không có danh hiệu" : string.Join(", ", titles.Select(Title));

    internal static string Standing(string standing) => standing switch
    {
        "held" => "đang giữ danh hiệu",
        "undetermined" => "chưa xác định sau sáp nhập",
        "revoked" => "đã bị thu hồi",
        "annulled" => "quyết định đã bị bãi bỏ",
        "none" => "không có danh hiệu",
        _ => standing,
    };

    /// <summary>A unit that ended keeps what it held, and holds nothing any more.</summary>
    internal static string Standing(string standing, bool hasEnded) => hasEnded && standing == "held" ? "giữ danh hiệu đến khi chấm dứt" : Standing(standing);

    internal static string Stage(string stage) => stage switch
    {
        "not_begun" => "chưa bắt đầu",
        "registered" => "đã đăng ký",
        "planned" => "đã vào kế hoạch",
        "registration_refused" => "không được đưa vào kế hoạch",
        "self_assessed" => "xã đã tự đánh giá",
        "consulted" => "đã lấy ý kiến",
        "proposed_by_commune" => "xã đã đề nghị",
        "verification_opened" => "đang thẩm tra",
        "verified" => "đã thẩm tra",
        "returned_by_district" => "huyện trả lại",
        "proposed_by_district" => "huyện đã đề nghị",
        "appraisal_opened" => "đang thẩm định",
        "appraised" => "đã thẩm định",
        "returned_by_province" => "tỉnh trả lại",
        "council_voted" => "Hội đồng đã thông qua",
        "council_rejected" => "Hội đồng không thông qua",
        "recognised" => "đã công nhận",
        "announced" => "đã công nhận và công bố",
        "under_review" => "đang rà soát sau công nhận",
        "revoked" => "đã thu hồi",
        "annulled" => "đã bãi bỏ",
        "withdrawn" => "đã rút",
        "expired" => "hết hạn",
        "carried_over" => "đã chuyển tiếp",
        _ => stage,
    };

    internal static string Step(string step) => StepKinds.Names.TryParse(step, out var kind) ? Step(kind) : step;

    /// <summary>At the head of a line.</summary>
    internal static string Step(StepKind kind)
    {
        var word = kind.InVietnamese();
        return string.Concat(char.ToUpperInvariant(word[0]).ToString(), word.AsSpan(1));
    }

    internal static string Level(string level) => level switch
    {
        "commune" => "cấp xã",
        "district" => "cấp huyện",
        "province" => "cấp tỉnh",
        _ => level,
    };

    internal static string Reason(string reason) => reason switch
    {
        "stale_decision" => "quyết định không còn căn cứ",
        "criteria_lost" => "mất tiêu chí",
        "revocation_line" => "có tiêu chí không đạt theo bộ 2021–2025",
        "debt" => "nợ đọng",
        "undetermined" => "chưa xác định sau sáp nhập",
        _ => reason,
    };

    internal static string Kind(string kind) => kind == "broken" ? "sai quy định" : "sổ chưa cho thấy";

    internal static string Dong(long amount) => amount.ToString("#,0", CultureInfo.GetCultureInfo("vi-VN")) + " đồng";

    /// <summary>The regime a step is judged by.</summary>
    internal static string Regime(DossierStepRow step) =>
        Regimes.On(step.EffectiveOn) is { } regime ? $"theo {regime.Document.Number}" : "chương trình không có quy định cho ngày này";

    internal static string Document(DocumentCited document) => $"{document.Number}, {Words.Day(document.Date)}, {document.Issuer}";

    internal static string RecordedOn(string recordedAt) => Words.Day(VietnamCalendar.DayOf(DateTimeOffset.Parse(recordedAt, CultureInfo.InvariantCulture)));

    internal static string Votes(VotesRow votes) =>
        string.Create(CultureInfo.InvariantCulture, $"{votes.For} thuận, {votes.Against} không thuận; {votes.Present} có mặt trên {votes.Members} thành viên");

    internal static string Survey(SurveyRow survey) =>
        string.Create(CultureInfo.InvariantCulture, $"{survey.Satisfied} trên {survey.Asked} hộ được hỏi hài lòng, trong {survey.Households} hộ");

    internal static string Change(BasisChange change) => change.What switch
    {
        "criterion" => string.Create(CultureInfo.InvariantCulture, $"tiêu chí {change.Criterion}: {Status(change.Before)} → {Status(change.Now)}"),
        "debt" => $"nợ đọng: {Amount(change.Before)} → {Amount(change.Now)}",
        "unit" => "đơn vị đã chấm dứt trước ngày đó",
        _ => change.What,
    };

    internal static string Moved(CriterionMoved moved) =>
        string.Create(CultureInfo.InvariantCulture, $"tiêu chí {moved.Criterion}: {Words.Status(moved.Before)} → {Words.Status(moved.Now)}");

    /// <summary>What a step rested on, in one line.</summary>
    internal static string Basis(BasisRow basis)
    {
        var on = $"{(basis.IsStored ? "ghi trong bước" : "suy từ điều đã biết khi ghi")}, ngày {Words.Day(basis.On)}";
        return basis.Set is null
            ? $"{on}; chương trình không có bộ tiêu chí của danh hiệu và năm này"
            : $"{on}, {basis.Set}: {string.Join(", ", basis.Criteria.GroupBy(criterion => criterion.Status).Select(status => string.Create(CultureInfo.InvariantCulture, $"{status.Count()} {Words.Status(status.Key)}")))}";
    }

    /// <summary>How far it is to the line of revocation, or why that cannot be told.</summary>
    internal static string Distance(RevocationDistance distance) => distance.Verdict switch
    {
        "reached" => $"Đã đến mức thu hồi: {Met(distance)}.",
        "not_reached" => $"Chưa đến mức thu hồi: {Met(distance)}; {Missing(distance)}.",
        "undetermined" => $"Chưa xác định được mức thu hồi: {Met(distance)}; {Missing(distance)}.",
        "undecidable" => "Không tính được: chương trình không có bộ tiêu chí 2021–2025 của danh hiệu này.",
        _ => distance.Verdict,
    };

    private static string Met(RevocationDistance distance)
    {
        var uncertain = distance.Uncertain.Count == 0 ? "" : $", chưa rõ {distance.Uncertain.Count}";
        var lost = distance.Core.Intersect(distance.NotMet).ToList();
        var core = lost.Count == 0 ? "" : $", trong đó tiêu chí cốt lõi {string.Join(", ", lost)}";
        return $"{distance.NotMet.Count} tiêu chí không đạt{(distance.NotMet.Count == 0 ? "" : $" ({string.Join(", ", distance.NotMet)})")}{core}{uncertain}";
    }

    private static string Missing(RevocationDistance distance) => distance.DistanceFrom == distance.DistanceTo
        ? string.Create(CultureInfo.InvariantCulture, $"thêm {distance.DistanceTo} tiêu chí không đạt là đến")
        : string.Create(CultureInfo.InvariantCulture, $"thêm {distance.DistanceFrom} đến {distance.DistanceTo} tiêu chí không đạt là đến, tùy các tiêu chí chưa rõ");

    private static string Status(string? status) => status is null ? "chưa rõ" : Words.Status(status);

    private static string Amount(string? amount) =>
        long.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var dong) ? Dong(dong) : "chưa khai";
}
