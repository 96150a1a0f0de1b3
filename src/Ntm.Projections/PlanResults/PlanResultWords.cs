using Ntm.Domain.Criteria;

namespace Ntm.Projections.PlanResults;

/// <summary>What people call the states of targets, numbers and tasks.</summary>
public static class PlanResultWords
{
    private static readonly Dictionary<string, BilingualText> States = new()
    {
        ["met"] = new("Đạt", "Met"), ["late"] = new("Đạt muộn", "Met late"), ["open"] = new("Đang thực hiện", "Open"),
        ["at_risk"] = new("Có nguy cơ", "At risk"), ["missed"] = new("Không đạt", "Missed"), ["undone"] = new("Đạt rồi mất", "Attained, then lost"),
        ["maintained"] = new("Giữ vững", "Maintained"), ["broken"] = new("Không giữ được", "Broken"),
        ["unassessed"] = new("Chưa đánh giá", "Unassessed"), ["not_applicable"] = new("Không xét", "Not applicable"),
        ["withdrawn"] = new("Đã rút", "Withdrawn"), ["undecidable"] = new("Không kết luận được", "Undecidable"),
        ["upcoming"] = new("Chưa đến kỳ", "Upcoming"), ["due"] = new("Trong kỳ", "Due"), ["done"] = new("Đã làm", "Done"),
        ["done_late"] = new("Làm muộn", "Done late"), ["overdue"] = new("Quá hạn", "Overdue"),
    };

    private static readonly Dictionary<string, BilingualText> Measures = new()
    {
        ["average"] = new("Bình quân tiêu chí/xã", "Criteria per commune"), ["average_increase"] = new("Bình quân tăng thêm", "Increase of the average"),
        ["communes"] = new("Số xã đạt", "Communes"), ["communes_additional"] = new("Số xã đạt thêm", "Communes gained"),
        ["communes_maintained"] = new("Số xã giữ vững", "Communes kept"), ["increase"] = new("Tiêu chí tăng thêm", "Criteria gained"),
        ["floor"] = new("Số tiêu chí của xã thấp nhất", "Criteria of the lowest commune"), ["recognised"] = new("Số xã được công nhận", "Communes recognised"),
        ["recognised_additional"] = new("Số xã được công nhận trong kỳ", "Communes recognised in the period"), ["band"] = new("Số xã trong nhóm", "Communes in the band"),
    };

    private static readonly Dictionary<string, BilingualText> Reasons = new()
    {
        ["baseline_unassessed"] = new("đầu kỳ chưa đánh giá", "nothing assessed at the beginning"), ["cohort_unknown"] = new("kế hoạch không nói là những xã nào", "the plan does not say which communes"),
        ["count_undetermined"] = new("không rõ là đạt thêm hay có tất cả", "additional or in all: the words do not say"), ["no_communes"] = new("sổ chưa có các xã này", "the record has none of these communes"),
    };

    public static BilingualText TargetKind(string kind) => kind == "maintain" ? new("Giữ", "Maintain") : new("Đạt", "Attain");

    public static BilingualText Outcome(NumberResult number)
    {
        var state = State(number.State);
        return number.Reason is null ? state : new($"{state.Vietnamese}: {Reason(number.Reason).Vietnamese}", $"{state.English}: {Reason(number.Reason).English}");
    }

    /// <summary>Of a task without a dated occurrence: when it is due, as far as the plan says.</summary>
    public static BilingualText WithoutDay(TaskResult task) =>
        task.IsContinuous ? new("Thường xuyên", "Continuous")
        : task.IsOnDemand && !task.IsUndetermined ? new("Khi có yêu cầu", "On request")
        : new("Kế hoạch không nói ngày nào", "The plan names no day");

    public static BilingualText State(string state) => States[state];

    public static BilingualText Measure(string measure) => Measures[measure];

    public static BilingualText Reason(string reason) => Reasons[reason];
}
