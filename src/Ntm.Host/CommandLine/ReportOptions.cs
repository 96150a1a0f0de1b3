using System.CommandLine;
using Ntm.Host.Reports;
using Ntm.Projections.Reports;

namespace Ntm.Host.CommandLine;

/// <summary>What is asked of a report, and what its heading says.</summary>
/// <param name="only">The one report a command makes; null where it is asked which.</param>
internal sealed class ReportOptions(ReportKind? only = null)
{
    private readonly Argument<string> _kind = new("kind") { Description = "Mẫu báo cáo; ntm report list cho biết các mẫu · the report" };
    private readonly QuestionOptions _question = new();
    private readonly Option<string?> _boundary = One("--boundary", "Ngày của bản đồ địa giới (mặc định ngày báo cáo) · the day whose map draws the rows");
    private readonly Option<string?> _since = One("--since", "Ngày so sánh (mặc định: cuối kỳ trước) · the last day of the period before");
    private readonly Option<string?> _period = One("--period", "Kỳ báo cáo: month | quarter | half | year (mặc định) · the period");
    private readonly Option<string?> _superior = One("--superior", "Cơ quan chủ quản, trên cơ quan ban hành · the body above the office");
    private readonly Option<string?> _office = One("--office", "Cơ quan ban hành, ví dụ \"UBND huyện Văn Quan\" · the issuing office");
    private readonly Option<string?> _number = One("--number", "Số của văn bản, ví dụ 12/BC-UBND · the document's number");
    private readonly Option<string?> _place = One("--place", "Nơi lập, trước ngày tháng · the place before the date");

    internal Option<string> Format { get; } = QuestionOptions.Format([.. ReportForms.All.Prepend("table")]);

    internal Option<string?> Output { get; } = One("--output", "Ghi vào tệp mới · write to a new file");

    internal void AddTo(Command command)
    {
        if (only is null)
            command.Arguments.Add(_kind);
        _question.AddTo(command);
        foreach (var option in (Option[])[_boundary, .. only is null ? [_since, _period] : Array.Empty<Option>(), Format, Output, _superior, _office, _number, _place])
            command.Options.Add(option);
    }

    internal ReportRequest Read(ParseResult parsed) => new(
        only?.Slug ?? parsed.GetRequiredValue(_kind), parsed.GetRequiredValue(_question.Unit), _question.Read(parsed, parsed.GetValue(_boundary)),
        only is null ? parsed.GetValue(_since) : null, only is null ? parsed.GetValue(_period) : null);

    internal OfficeHeading ReadHeading(ParseResult parsed) =>
        new(parsed.GetValue(_superior), parsed.GetValue(_office), parsed.GetValue(_number), parsed.GetValue(_place));

    private static Option<string?> One(string name, string description) => new(name) { Description = description };
}
