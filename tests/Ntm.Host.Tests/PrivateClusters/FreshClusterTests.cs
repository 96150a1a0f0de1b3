using System.Globalization;
using Ntm.Host.PrivateClusters;
using Ntm.Testing;

namespace Ntm.Host.Tests.PrivateClusters;

public sealed class FreshClusterTests(FreshClusterTests.Fixture fixture) : IClassFixture<FreshClusterTests.Fixture>
{
    private PrivateCluster Cluster => fixture.Cluster;

    [Fact]
    public async Task A_fresh_home_answers_a_query_in_the_database_ntm() =>
        Assert.Equal("ntm", await Cluster.AskAsync<string>("select current_database()::text"));

    [Fact]
    public async Task Vietnamese_text_comes_back_as_it_was_written() =>
        Assert.Equal(
            "Xã Vân Mộng, huyện Văn Quán – đường đất",
            await Cluster.AskAsync<string>("select 'Xã Vân Mộng, huyện Văn Quán – đường đất'"));

    [Fact]
    public async Task Names_sort_in_the_order_of_the_Vietnamese_alphabet()
    {
        string[] alphabet = ["An", "Ăn", "Ân", "Bắc", "Dân", "Đà", "Em", "Êm", "Ông", "Ơn", "Sa", "Uy", "Ưu", "Vân"];
        var shuffled = string.Join(',', alphabet.Reverse().Select(name => $"('{name}')"));

        var sorted = await Cluster.AskAsync<string[]>($"select array_agg(n order by n) from (values {shuffled}) v(n)");

        Assert.Equal(alphabet, sorted);
    }

    [Fact]
    public async Task A_letter_sorts_before_the_tone_on_it() =>
        Assert.Equal(
            ["ma", "mà", "mả", "mã", "má", "mạ", "mạc", "măn", "mân"],
            await Cluster.AskAsync<string[]>(
                "select array_agg(n order by n) from unnest(array['mạc','mân','măn','mạ','má','mã','mả','mà','ma']) n"));

    [Theory]
    [InlineData("synchronous_commit", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("listen_addresses", "127.0.0.1")]
    [InlineData("unix_socket_directories", "")]
    [InlineData("password_encryption", "scram-sha-256")]
    [InlineData("max_connections", "200")]
    [InlineData("TimeZone", "UTC")]
    [InlineData("server_encoding", "UTF8")]
    public async Task The_server_is_set_as_a_record_needs_it(string setting, string value) =>
        Assert.Equal(value, await Cluster.SettingAsync(setting));

    [Fact]
    public async Task Only_a_password_over_the_loopback_lets_anybody_in() =>
        Assert.Equal(
            "host {all} {all} 127.0.0.1 255.255.255.255 scram-sha-256",
            await Cluster.AskAsync<string>(
                "select string_agg(concat_ws(' ', type, database, user_name, address, netmask, auth_method), '; ') from pg_hba_file_rules"));

    [Fact]
    public async Task The_port_is_open_on_the_loopback_only()
    {
        var port = Cluster.Port().ToString("X4", CultureInfo.InvariantCulture);
        var listening = (await File.ReadAllLinesAsync("/proc/net/tcp")).Concat(await File.ReadAllLinesAsync("/proc/net/tcp6"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == "0A" && fields[1].EndsWith($":{port}", StringComparison.Ordinal))
            .Select(fields => fields[1]);

        Assert.Equal([$"0100007F:{port}"], listening);
    }

    [Fact]
    public async Task PostgreSQL_does_not_run_as_root()
    {
        var status = await File.ReadAllLinesAsync($"/proc/{await Cluster.PostmasterAsync()}/status");

        Assert.DoesNotContain("\t0", status.Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)) + "\t", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_has_a_session_of_its_own_and_holds_no_descriptor_of_ours()
    {
        var postmaster = await Cluster.PostmasterAsync();
        var fields = (await File.ReadAllTextAsync($"/proc/{postmaster}/stat")).Split(") ")[1].Split(' ');
        var session = fields[3];
        var input = File.ResolveLinkTarget($"/proc/{postmaster}/fd/0", returnFinalTarget: false)!.FullName;
        var output = File.ResolveLinkTarget($"/proc/{postmaster}/fd/1", returnFinalTarget: false)!.FullName;

        Assert.Equal(postmaster.ToString(CultureInfo.InvariantCulture), session);
        Assert.Equal("/dev/null", input);
        Assert.Equal(Path.Combine(ClusterQuestions.Directory(fixture.Home.Options), "log", "server.log"), output);
    }

    [Fact]
    public void The_password_lies_in_a_file_only_its_owner_can_read() =>
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(fixture.Home.Options.Home, "cluster.json")));

    [Fact]
    public async Task The_password_is_in_no_command_line_environment_or_log()
    {
        var password = Cluster.Password();
        var postmaster = await Cluster.PostmasterAsync();
        var directory = ClusterQuestions.Directory(fixture.Home.Options);
        var readable = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length < 1_000_000);

        Assert.DoesNotContain(password, await File.ReadAllTextAsync($"/proc/{postmaster}/cmdline"), StringComparison.Ordinal);
        Assert.DoesNotContain(password, await File.ReadAllTextAsync($"/proc/{postmaster}/environ"), StringComparison.Ordinal);
        Assert.DoesNotContain(readable, file => File.ReadAllText(file).Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Others_cannot_look_into_the_data() =>
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(await Cluster.SettingAsync("data_directory")));

    public sealed class Fixture : IAsyncLifetime
    {
        public TestHome Home { get; } = new();

        public PrivateCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Cluster = await Home.StartAsync();

        public async ValueTask DisposeAsync()
        {
            await Cluster.DisposeAsync();
            await Home.DisposeAsync();
        }
    }
}
