using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Ntm.Host.PrivateClusters;

namespace Ntm.Host.Tests.PrivateClusters;

internal static class ClusterQuestions
{
    public static async Task<T> AskAsync<T>(this PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(cluster.ConnectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task DoAsync(this PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(cluster.ConnectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public static Task<string> SettingAsync(this PrivateCluster cluster, string name) =>
        cluster.AskAsync<string>($"select current_setting('{name}')");

    public static async Task<int> PostmasterAsync(this PrivateCluster cluster) =>
        PostmasterOf(await cluster.SettingAsync("data_directory"));

    public static int PostmasterOf(string dataDirectory) =>
        int.Parse(File.ReadLines(Path.Combine(dataDirectory, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static int Port(this PrivateCluster cluster) => new NpgsqlConnectionStringBuilder(cluster.ConnectionString).Port;

    public static string Password(this PrivateCluster cluster) =>
        new NpgsqlConnectionStringBuilder(cluster.ConnectionString).Password!;

    public static JsonElement Identity(PrivateClusterOptions options) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(options.Home, "cluster.json"))).RootElement;

    /// <summary>The directory that holds data and log.</summary>
    public static string Directory(PrivateClusterOptions options) =>
        Path.Combine(options.Home, Identity(options).GetProperty("directory").GetString()!);

    public static bool Lives(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/stat").Split(')')[^1].TrimStart()[0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
}
