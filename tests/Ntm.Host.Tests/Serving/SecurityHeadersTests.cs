using Microsoft.AspNetCore.Builder;
using Ntm.Host.Database;
using Ntm.Host.Serving;
using Ntm.Testing;

namespace Ntm.Host.Tests.Serving;

public sealed class SecurityHeadersTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Every_answer_carries_them_also_one_that_refuses_or_fails()
    {
        await using var host = await OpenAsync();
        foreach (var path in (string[])["/", "/api/units?on=2020-01-01", "/api/nothing", "/api/units?on=yesterday", "/api/reports", "/healthz", "/style.css"])
        {
            var answer = await host.Client.AskAsync(path);
            var headers = answer.Response.Headers;
            string Of(string name) => string.Join(", ", headers.GetValues(name));

            Assert.Equal("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", Of("Content-Security-Policy"));
            Assert.Equal("nosniff", Of("X-Content-Type-Options"));
            Assert.Equal("same-origin", Of("Referrer-Policy"));
            Assert.Equal("same-origin", Of("Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Of("Cross-Origin-Resource-Policy"));
            Assert.Contains("camera=()", Of("Permissions-Policy"), StringComparison.Ordinal);
            Assert.False(headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task What_holds_data_of_persons_is_kept_by_nobody()
    {
        await using var host = await OpenAsync();
        Assert.True((await host.Client.AskAsync("/account")).Response.Headers.CacheControl?.NoStore);
        Assert.Null((await host.Client.AskAsync("/healthz")).Response.Headers.CacheControl);
    }

    private Task<ServedSession> OpenAsync() => ServedSession.OpenAsync(new DatabaseChoice.Named(database.ConnectionString), ServingSettings.Default, app =>
    {
        // One of its routes fails.
        app.Use((context, next) => context.Request.Path == "/api/reports" ? throw new InvalidOperationException("as told") : next(context));
    });
}
