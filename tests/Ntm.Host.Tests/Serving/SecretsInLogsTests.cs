using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Ntm.Host.Database;
using Ntm.Host.Serving;
using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Serving;

/// <summary>Whatever goes wrong: no password, no token, no cookie and nothing somebody sent stands in a log.</summary>
public sealed class SecretsInLogsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Secret = "s3cr3t-Kh0ngAiBiet";

    [Fact]
    public async Task A_fault_is_logged_by_its_route_and_not_by_what_was_sent()
    {
        using var log = new KeptLog();
        await using (var host = await OpenAsync(database.ConnectionString, log))
        {
            foreach (var path in (string[])[$"/api/plans/{Secret}/tasks?token={Secret}", $"/api/plans/%0d%0aforged%20{Secret}/tasks", $"/api/units/{Secret}/status?name={Secret}", $"/api/nothing/{Secret}"])
                await SendAsync(host.Client, path, method: "GET");
        }

        Assert.Contains(log.Lines, line => line.Contains("Unexpected fault answering GET /api/plans/{plan}/tasks", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(log.Lines, line => line.Contains("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_bodies_and_forged_forms_leave_nothing_in_the_log()
    {
        using var log = new KeptLog();
        await using (var host = await OpenAsync(database.ConnectionString, log))
        {
            foreach (var path in (string[])["/api/entries", "/api/tables", "/api/units/list", "/api/reports/verify", "/tables", "/reports"])
            {
                foreach (var type in (string[])["application/json", "application/x-ndjson", "text/csv", "application/octet-stream", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
                    await SendAsync(host.Client, path, $"{{\"type\":\"{Secret}\",__RequestVerificationToken={Secret}&_handler=table", type);
            }
        }

        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_database_that_goes_away_is_logged_without_its_password()
    {
        var line = new CutConnections(database.ConnectionString);
        var named = new NpgsqlConnectionStringBuilder(line.ConnectionString);
        using var log = new KeptLog();
        await using (var host = await OpenAsync(line.ConnectionString, log))
        {
            await line.DisposeAsync();
            await SendAsync(host.Client, "/readyz", method: "GET");
            await SendAsync(host.Client, "/api/entries", """{"type":"unit_established"}""", "application/json");
        }

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, logged => logged.Contains(named.Password!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port={port};Username=ntm;Password={secret};Database=ntm;Timeout=2")]
    [InlineData("Host=127.0.0.1;Port={port};Username=ntm;Password={secret};Databse=ntm")]
    [InlineData("Host=127.0.0.1;Port=x;Username=ntm;Password={secret}")]
    [InlineData("postgres://ntm:{secret}@127.0.0.1:{port}/ntm")]
    [InlineData("{secret}")]
    [InlineData("Host=127.0.0.1;{secret}=1")]
    public async Task A_database_that_cannot_be_opened_is_told_without_its_connection_string(string connection)
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();

        var told = await TypedCommand.RunAsync(
            connection.Replace("{secret}", Secret, StringComparison.Ordinal).Replace("{port}", $"{port}", StringComparison.Ordinal), "serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(3, told.Exit);
        Assert.DoesNotContain(Secret, told.Output + told.Error, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task SendAsync(HttpClient client, string path, string body = Secret, string type = "text/plain", string method = "POST")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        request.Headers.TryAddWithoutValidation("Cookie", $"__Host-ntm={Secret}; .AspNetCore.Antiforgery.x={Secret}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", Secret);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{Secret}\"");
        if (method != "GET")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var response = await client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
    }

    private static Task<ServedSession> OpenAsync(string connection, KeptLog log) =>
        ServedSession.OpenAsync(new DatabaseChoice.Named(connection), ServingSettings.Default, app =>
        {
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
            // One of its routes fails.
            app.Use((context, next) => context.Request.Path.StartsWithSegments("/api/plans", StringComparison.Ordinal) ? throw new InvalidOperationException("as told") : next(context));
        });
}
