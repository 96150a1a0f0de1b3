using Ntm.EventStore.Migrations;
using Ntm.Host.Backups;
using Ntm.Host.Tests.CommandLine;
using Ntm.Testing;

namespace Ntm.Host.Tests.Backups;

/// <summary>Backups in a folder of their own, and databases to restore them into.</summary>
internal sealed class BackedUp : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("ntm-backup-tests").FullName;

    internal string Path(string name) => System.IO.Path.Combine(Folder, name);

    internal static async Task<byte[]> OfAsync(RunningHost host)
    {
        var (database, _) = await StoreConnection.OpenAsync(host.ConnectionString, TestContext.Current.CancellationToken);
        await using var closing = database;
        using var file = new MemoryStream();
        await new RecordBackup(database, _ => { }).WriteAsync(file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    internal static Task<TypedCommand> RestoreAsync(TestDatabase into, string path, params string[] options) =>
        TypedCommand.RunAsync(into.ConnectionString, ["restore", path, .. options]);

    /// <summary>Whether anything of ours stands in a database.</summary>
    internal static async Task<bool> IsUntouchedAsync(TestDatabase database)
    {
        await using var owner = Npgsql.NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = owner.CreateCommand("select to_regnamespace('ntm') is null");
        return await command.ExecuteScalarAsync() is true;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
