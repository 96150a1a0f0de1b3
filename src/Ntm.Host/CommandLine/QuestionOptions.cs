using System.CommandLine;
using Ntm.Host.Questions;

namespace Ntm.Host.CommandLine;

/// <summary>The options every question has, on the command line as over HTTP.</summary>
internal sealed class QuestionOptions
{
    internal Argument<string> Unit { get; } = new("unit") { Description = "Đơn vị, ví dụ van-quan.van-mong · the unit" };

    internal Option<string?> On { get; } = new("--on") { Description = "Ngày hiệu lực YYYY-MM-DD (mặc định hôm nay) · the day asked about" };

    internal Option<string?> KnownAt { get; } = new("--known-at") { Description = "Số thứ tự hoặc thời điểm đã biết · the sequence or instant of knowledge" };

    internal Option<string?> Set { get; } = new("--set") { Description = "Bộ tiêu chí · the criteria set" };

    internal Option<string?> AssessedBy { get; } = new("--assessed-by") { Description = "official, all, hoặc danh sách cấp đánh giá · assessors" };

    internal void AddTo(Command command)
    {
        command.Arguments.Add(Unit);
        command.Options.Add(On);
        command.Options.Add(KnownAt);
        command.Options.Add(Set);
        command.Options.Add(AssessedBy);
    }

    internal QuestionText Read(ParseResult parsed, string? boundary = null) => new(
        parsed.GetValue(On), parsed.GetValue(KnownAt), parsed.GetValue(Set), parsed.GetValue(AssessedBy), boundary);

    /// <summary>Of a question no criteria set takes part in.</summary>
    internal QuestionText ReadMoment(ParseResult parsed) => new(parsed.GetValue(On), parsed.GetValue(KnownAt));

    /// <summary>Of a question about all days at once.</summary>
    internal QuestionText ReadKnowledge(ParseResult parsed) => new(
        KnownAt: parsed.GetValue(KnownAt), Set: parsed.GetValue(Set), AssessedBy: parsed.GetResult(AssessedBy) is null ? null : parsed.GetValue(AssessedBy));

    internal static async Task<int> RefuseAsync(CommandContext context, QuestionRefusal refusal)
    {
        await context.Error.WriteLineAsync($"{refusal.Refusal.Code}: {refusal.Refusal.Vietnamese} · {refusal.Refusal.English}");
        if (refusal.Sets is { } sets)
            await context.Error.WriteLineAsync($"set: {string.Join(", ", sets)}");
        return ExitCodes.Refused;
    }

    internal static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = string.Join(" | ", formats), DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
