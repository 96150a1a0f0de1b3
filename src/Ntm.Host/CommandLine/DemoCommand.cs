using System.CommandLine;
using Ntm.EventStore.Append;
using Ntm.Host.Database;
using Ntm.Host.Demo;
using Ntm.Host.Demo.Country;
using Ntm.Host.Recording;
using Ntm.Host.Serving;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm demo</c>: Văn Quan, really, and a made-up year unless told otherwise, or a whole synthetic country; then the pages.</summary>
internal static class DemoCommand
{
    internal const string HoldsOtherData =
        "Sổ này đã có dữ liệu khác; số liệu minh họa không được trộn vào. Hãy dùng NTM_HOME khác · This record holds other data and made-up figures are never mixed in; use another NTM_HOME.";

    internal static Command Create(CommandContext context)
    {
        var urls = ServeCommand.UrlsOption();
        var noSynthetic = new Option<bool>("--no-synthetic") { Description = "Chỉ dữ liệu thật · real data only" };
        var scale = new Option<string?>("--scale")
        {
            Description = "Thay vào đó, một nước tưởng tượng cỡ N (1 là cả nước) · instead, a synthetic country of size N (1 is all of it)",
        };
        var command = new Command("demo", "Xem thử với huyện Văn Quan · look at a real district") { urls, noSynthetic, scale };
        command.SetAction(async (parsed, cancellation) =>
        {
            var addresses = parsed.GetValue(urls) is { } given ? ServeCommand.Addresses(given) : ServeCommand.FreeAddress();
            var settings = ServingSettings.FromEnvironment(context.Variable);
            if (await ServeCommand.RefusesAsync(context, addresses) is { } refused)
                return refused;
            if (!NtmHost.MayBeOpen(settings, addresses))
                return await ServeCommand.RefuseOpenAsync(context, addresses);
            CountrySize? size = null;
            if (parsed.GetValue(scale) is { } text && (!DemoCountry.TryParseScale(text, out size) || parsed.GetValue(noSynthetic)))
                return await DemoCountry.RefuseScaleAsync(context);
            await using var session = await context.OpenAsync(cancellation);
            return await (size is not null
                ? DemoCountry.RecordAsync(context, session, size, cancellation)
                : RecordAsync(context, session, !parsed.GetValue(noSynthetic), cancellation))
                ? await ServeCommand.RunAsync(context, session, addresses, settings, cancellation)
                : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task<bool> RecordAsync(CommandContext context, RecordSession session, bool synthetic, CancellationToken cancellation)
    {
        var lines = DemoRecord.Lines(synthetic);
        if (!await MayHoldDemoAsync(session, synthetic, cancellation))
        {
            await context.Error.WriteLineAsync(HoldsOtherData);
            return false;
        }

        var import = new FileImport(session.Record, session.Live, session.Recorder, session.Catalog, () => session.Questions.Today, session.Time);
        var result = await import.RunAsync(() => new MemoryStream(lines, writable: false), new Act("local", null, "demo", null), null, cancellation);
        foreach (var (line, refusal) in result.Refusals)
            await context.Error.WriteLineAsync($"dòng {line}: {refusal.Code}: {refusal.Vietnamese}");
        if (result.Refusals.Count > 0)
            return false;

        await context.Output.WriteLineAsync($"Văn Quan, và kế hoạch của Hòa Bình · and the plan of Hòa Bình: {result.Recorded} mục ghi mới, {result.Repeated} đã có từ trước · {result.Recorded} recorded, {result.Repeated} stood before");
        if (synthetic)
            await context.Output.WriteLineAsync("Một năm kết quả và kiểm tra là số liệu minh họa, ghi chú bắt đầu bằng [synthetic] · a year of findings and inspections is made up and labelled [synthetic]");
        return true;
    }

    // Made-up data goes only where nothing else is, or where it stands already: a record begun with the real lines stays real.
    private static async Task<bool> MayHoldDemoAsync(RecordSession session, bool synthetic, CancellationToken cancellation)
    {
        var real = DemoRecord.Ids(synthetic: false);
        var all = DemoRecord.Ids(synthetic: true);
        var head = session.Live.Index.Position;
        if (head > all.Count)
            return false;

        var holdsMadeUp = false;
        await foreach (var entry in session.Record.ReadAsync(0, head, null, cancellation))
        {
            if (!all.Contains(entry.Id))
                return false;
            holdsMadeUp |= !real.Contains(entry.Id);
        }

        return head == 0 || holdsMadeUp || !synthetic;
    }
}
