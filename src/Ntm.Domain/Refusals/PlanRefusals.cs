using System.Globalization;
using Ntm.Domain.Time;

namespace Ntm.Domain.Refusals;

/// <summary>Sentences for plan files that are refused.</summary>
public static class PlanRefusals
{
    public static Refusal NotJson(long line, long column) => new(PlanRefusalCodes.NotJson, null,
        string.Create(CultureInfo.InvariantCulture, $"Tệp kế hoạch không phải là JSON trong UTF-8: sai ở dòng {line}, byte {column}."),
        string.Create(CultureInfo.InvariantCulture, $"The plan file is not JSON in UTF-8: it fails at line {line}, byte {column}."));

    public static Refusal FileUnknown(string path) => new(PlanRefusalCodes.FileUnknown, null,
        $"'{path}' không phải là tệp kế hoạch: cần tệp .json hoặc mẫu .xlsx đã điền.",
        $"'{path}' is no plan file: it takes a .json file or a filled .xlsx template.");

    public static Refusal PeriodReversed() => new(PlanRefusalCodes.PeriodReversed, "to",
        "Ngày cuối của kế hoạch đứng trước ngày đầu.",
        "The plan's last day lies before its first.");

    public static Refusal CommuneOutside(string field, string unit, string scope, DateOnly on) => new(PlanRefusalCodes.CommuneOutside, field,
        $"'{unit}' ({field}) không phải là đơn vị đang có thuộc '{scope}' vào ngày {VietnamCalendar.Format(on)}. Hãy sửa định danh, hoặc ghi việc thành lập trước.",
        $"'{unit}' ({field}) is no unit living under '{scope}' on {VietnamCalendar.Format(on)}. Correct the identity, or record the establishment first.");

    public static Refusal CommuneTwice(string field, string unit, string first) => new(PlanRefusalCodes.CommuneTwice, field,
        $"'{unit}' ({field}) đã có ở {first}. Hãy giữ một chỗ.",
        $"'{unit}' ({field}) stands at {first} already. Keep one of them.");

    public static Refusal Older(DateOnly given, DateOnly standing) => new(PlanRefusalCodes.Older, "date",
        $"Văn bản ngày {VietnamCalendar.Format(given)} cũ hơn điều sổ đang ghi của kế hoạch này ({VietnamCalendar.Format(standing)}) nên không thể sửa đổi nó.",
        $"A document of {VietnamCalendar.Format(given)} is older than what the record says of this plan ({VietnamCalendar.Format(standing)}) and cannot revise it.");

    public static Refusal Unstructured(string plan) => new(PlanRefusalCodes.Unstructured, "plan",
        $"Mục ghi của kế hoạch '{plan}' không có dữ liệu theo cấu trúc nên không đối chiếu được. Hãy nhập tệp kế hoạch: ntm plan import.",
        $"The entry of the plan '{plan}' holds no structured content to be checked. Import a plan file: ntm plan import.");
}
