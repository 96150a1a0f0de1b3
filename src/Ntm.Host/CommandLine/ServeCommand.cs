using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Ntm.Host.Database;
using Ntm.Host.Serving;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm serve</c>: the web host, until Ctrl-C or SIGTERM.</summary>
internal static class ServeCommand
{
    internal const string DefaultUrl = "http://127.0.0.1:8018";

    internal static Command Create(CommandContext context)
    {
        var urls = UrlsOption();
        var command = new Command("serve", "Mở trang và API · serve the pages and the API") { urls };
        command.SetAction(async (parsed, cancellation) =>
        {
            var addresses = Addresses(parsed.GetValue(urls));
            var settings = ServingSettings.FromEnvironment(context.Variable);
            if (await RefusesAsync(context, addresses) is { } refused)
                return refused;
            await using var session = await context.OpenAsync(cancellation);
            if (await FirstUser.AddAsync(context, session, cancellation) is { } wrong)
                return wrong;
            if (session.Accounts.Roll.IsEmpty && !NtmHost.MayBeOpen(settings, addresses))
                return await RefuseOpenAsync(context, addresses);
            return await RunAsync(context, session, addresses, settings, cancellation);
        });
        return command;
    }

    internal static Option<string?> UrlsOption() => new("--urls") { Description = $"Địa chỉ lắng nghe (mặc định {DefaultUrl}) · the addresses to listen on" };

    internal static string[] Addresses(string? urls) =>
        (string.IsNullOrWhiteSpace(urls) ? DefaultUrl : urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <returns>The exit code of a refusal; null where these are addresses.</returns>
    internal static async Task<int?> RefusesAsync(CommandContext context, string[] addresses)
    {
        if (addresses.Length == 0 || Array.Exists(addresses, address => !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")))
        {
            await context.Error.WriteLineAsync($"--urls: không phải địa chỉ, ví dụ {DefaultUrl} · not an address, such as {DefaultUrl}");
            return ExitCodes.Usage;
        }

        return null;
    }

    /// <summary>Without accounts everybody who reaches the host may record: nobody but this machine may.</summary>
    internal static async Task<int> RefuseOpenAsync(CommandContext context, string[] addresses)
    {
        var open = Array.Find(addresses, address => !NtmHost.IsLoopback(address)) ?? "NTM_HOSTS, NTM_PROXIES";
        await context.Error.WriteLineAsync(
            $"'{open}': chưa có tài khoản nào, nên chỉ lắng nghe trên chính máy này (127.0.0.1). Tạo người đầu tiên: ntm user add, hoặc NTM_FIRST_USER và NTM_FIRST_PASSWORD · "
            + "without accounts only this machine (127.0.0.1) may be listened on. Make the first: ntm user add, or NTM_FIRST_USER and NTM_FIRST_PASSWORD.");
        return ExitCodes.Refused;
    }

    /// <summary>The default address, or where another program has it, a free port of this machine.</summary>
    internal static string[] FreeAddress()
    {
        var preferred = new IPEndPoint(IPAddress.Loopback, new Uri(DefaultUrl).Port);
        try
        {
            using var probe = new TcpListener(preferred);
            probe.Start();
            return [DefaultUrl];
        }
        catch (SocketException)
        {
            return ["http://127.0.0.1:0"];
        }
    }

    /// <summary>Serves until told to stop; the address is the last line of the start-up.</summary>
    internal static async Task<int> RunAsync(
        CommandContext context, RecordSession session, string[] addresses, ServingSettings settings, CancellationToken cancellation)
    {
        await using var app = NtmHost.Build(session, settings, addresses);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException fault)
        {
            await context.Error.WriteLineAsync($"Không lắng nghe được · Cannot listen: {fault.Message}. Chọn cổng khác với --urls.");
            return ExitCodes.Refused;
        }

        await context.Output.WriteLineAsync(app.Urls.First());
        await context.Output.FlushAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return ExitCodes.Done;
    }
}
