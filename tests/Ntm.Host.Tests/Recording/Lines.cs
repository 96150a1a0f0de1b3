using System.Text;
using System.Text.RegularExpressions;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Recording;

namespace Ntm.Host.Tests.Recording;

/// <summary>Lines as a caller sends them, and what became of them.</summary>
internal static class Lines
{
    private static readonly Act Local = new("local", null, "test", null);

    public static string Established(string unit, string? parent = null, Guid? id = null) => $$"""
        {"type":"unit_established","id":"{{id ?? Guid.NewGuid()}}","unit":"{{unit}}","effectiveOn":"2000-01-01","name":"Xã {{unit}}","level":"commune"{{(
            parent is null ? "" : $",\"parent\":\"{parent}\"")}}}
        """;

    public static string Attained(string unit, int criterion = 3, string on = "2020-07-01", Guid? id = null, string note = "") => $$"""
        {"type":"criterion_attained","id":"{{id ?? Guid.NewGuid()}}","unit":"{{unit}}","effectiveOn":"{{on}}","set":"ntm-2016-2020","criterion":{{criterion}},"assessedBy":"district","note":"{{note}}"}
        """;

    public static string Dissolved(string unit, string on = "2020-06-01") => $$"""
        {"type":"unit_dissolved","id":"{{Guid.NewGuid()}}","unit":"{{unit}}","effectiveOn":"{{on}}"}
        """;

    public static string Merged(string into, string from, string on = "2020-06-01") => $$"""
        {"type":"units_merged","id":"{{Guid.NewGuid()}}","unit":"{{into}}","from":["{{from}}"],"effectiveOn":"{{on}}"}
        """;

    public static string Retracted(string unit, Guid entry, Guid? id = null) => $$"""
        {"type":"entry_retracted","id":"{{id ?? Guid.NewGuid()}}","unit":"{{unit}}","entry":"{{entry}}","reason":"nhập nhầm"}
        """;

    public static string WithoutId(string line) => Regex.Replace(line, "\"id\":\"[^\"]+\",", "").Trim();

    public static Task<RecordingResult> RecordAsync(this RecordSession host, params string[] lines) =>
        host.RecordAsync(TestContext.Current.CancellationToken, lines);

    public static Task<RecordingResult> RecordAsync(this RecordSession host, CancellationToken cancellation, params string[] lines) =>
        host.Recorder.RecordAsync(Read(lines), Local, new Dictionary<string, long>(), cancellation);

    public static Task<RecordingResult?> TryRecordAsync(this RecordSession host, string line) => host.Recorder.TryRecordAsync(
        Read([line]), Local, new Dictionary<string, long>(), TestContext.Current.CancellationToken);

    public static Task<RecordingResult> RecordAtAsync(this RecordSession host, string stream, long version, params string[] lines) =>
        host.Recorder.RecordAsync(Read(lines), Local, new Dictionary<string, long> { [stream] = version }, TestContext.Current.CancellationToken);

    public static RecordedLine Only(this RecordingResult result) => Assert.Single(Assert.IsType<RecordingResult.Recorded>(result).Lines);

    public static string Code(this RecordingResult result) => Assert.Single(Assert.IsType<RecordingResult.Refused>(result).Refusals).Refusal.Code;

    public static List<SubmittedLine> Read(params string[] lines) => [.. lines.Select((line, index) =>
    {
        var read = LineReader.Read(index + 1, Encoding.UTF8.GetBytes(line));
        Assert.Empty(read.Refusals);
        return read.Submitted!;
    })];
}
