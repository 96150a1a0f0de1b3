using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Ntm.Host.CommandLine;
using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Access;

/// <summary>Accounts at the keyboard, and what commands that record ask for once there are any.</summary>
public sealed class AccountCommandTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly RunningHost _host = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Client.TellAsync(Places.Lines);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_first_account_closes_a_host_that_runs()
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.AskAsync("/api/units")).Status);
        Assert.Equal(ExitCodes.Done, (await TypeAsync(null, "", "user", "add", "can-bo", "--role", "coordination_office", "--area", "h1")).Exit);
        await UntilAsync(async () => (await _host.Client.AskAsync("/api/units")).Status == HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.AskAsync("/healthz")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.AskAsync("/readyz")).Status);

        var token = await TypeAsync(null, "", "token", "can-bo");
        Assert.Equal(ExitCodes.Done, token.Exit);
        await UntilAsync(async () => (await _host.Bearing(token.Output.Trim()).AskAsync("/api/units")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_command_that_records_asks_who_does_and_one_that_reads_does_not()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ndjson");
        await File.WriteAllTextAsync(file, """{"type":"debt_declared","unit":"h1.x1","effectiveOn":"2018-01-01","amount":5}""", TestContext.Current.CancellationToken);
        await TypeAsync(null, "", "user", "add", "can-bo", "--role", "coordination-office", "--area", "h1", "--office", "Văn phòng Huyện Một");
        await TypeAsync(null, "", "user", "add", "can-bo-2", "--role", "coordination_office", "--area", "h2");

        var nobody = await TypeAsync(null, "", "import", file);
        Assert.Equal(ExitCodes.Refused, nobody.Exit);
        Assert.Contains("access.token_missing", nobody.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Refused, (await TypeAsync("không phải mã", "", "import", file)).Exit);
        var outside = await TypeAsync((await TypeAsync(null, "", "token", "can-bo-2")).Output.Trim(), "", "import", file);
        Assert.Equal(ExitCodes.Refused, outside.Exit);
        Assert.Contains("access.area", outside.Error, StringComparison.Ordinal);
        var token = (await TypeAsync(null, "", "token", "can-bo", "--client", "nhap-lieu")).Output.Trim();
        Assert.Equal(ExitCodes.Done, (await TypeAsync(token, "", "import", file)).Exit);
        Assert.Equal(ExitCodes.Done, (await TypeAsync(null, "", "status", "h1.x1", "--on", "2018-06-01")).Exit);

        var exported = await TypeAsync(null, "", "export");
        Assert.Contains("\"recordedBy\":\"can-bo\"", exported.Output, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task A_name_is_never_given_twice_and_a_person_can_be_forgotten()
    {
        Assert.Equal(ExitCodes.Done, (await TypeAsync(null, "", "user", "add", "can-bo", "--role", "auditor", "--person", "Người Cần Quên")).Exit);
        Assert.Contains("Người Cần Quên", (await TypeAsync(null, "", "user", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, (await TypeAsync(null, "", "user", "close", "can-bo")).Exit);
        Assert.Contains("account.exists", (await TypeAsync(null, "", "user", "add", "can-bo", "--role", "auditor")).Error, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Done, (await TypeAsync(null, "", "user", "erase-person", "can-bo")).Exit);
        Assert.DoesNotContain("Người Cần Quên", (await TypeAsync(null, "", "user", "list")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Người Cần Quên", (await TypeAsync(null, "", "user", "acts")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nguyễn Văn A", "auditor", ExitCodes.Refused)]
    [InlineData("local", "auditor", ExitCodes.Refused)]
    [InlineData("operator", "auditor", ExitCodes.Refused)]
    [InlineData("can-bo", "chu-tich", ExitCodes.Usage)]
    public async Task Names_and_roles_that_cannot_be_are_refused(string name, string role, int exit) =>
        Assert.Equal(exit, (await TypeAsync(null, "", "user", "add", name, "--role", role)).Exit);

    [Fact]
    public async Task A_short_password_is_refused_and_a_good_one_is_read_from_standard_input()
    {
        await TypeAsync(null, "", "user", "add", "can-bo", "--role", "auditor");
        Assert.Contains("account.password", (await TypeAsync(null, "ngắn\n", "user", "password", "can-bo")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, (await TypeAsync(null, "đủ dài rồi\n", "user", "password", "can-bo")).Exit);
    }

    [Fact]
    public async Task Without_accounts_only_this_machine_may_be_listened_on()
    {
        var refused = await TypeAsync(null, "", "serve", "--urls", "http://0.0.0.0:0");
        Assert.Equal(ExitCodes.Refused, refused.Exit);
        Assert.Contains("NTM_FIRST_USER", refused.Error, StringComparison.Ordinal);
    }

    private async Task<TypedCommand> TypeAsync(string? token, string input, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        using var bytes = new MemoryStream();
        var context = new CommandContext(
            output, error, name => name switch { "NTM_DATABASE" => _host.ConnectionString, "NTM_TOKEN" => token, _ => null }, TimeProvider.System,
            NullLoggerFactory.Instance, IsTerminal: false)
        {
            Input = new StringReader(input), OpenBytes = () => bytes,
        };
        var exit = await NtmProgram.RunAsync(arguments, context, TestContext.Current.CancellationToken);
        return new TypedCommand(exit, output + System.Text.Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var look = 0; !await holds(); look++)
        {
            Assert.True(look < 100, "it did not come to that in ten seconds");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }
}
