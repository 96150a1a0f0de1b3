namespace Ntm.Host.PrivateClusters;

/// <summary>Makes the data directory of a new cluster: beside its place, renamed into it when it is complete.</summary>
internal sealed class ClusterInitialisation(
    ClusterPlaces places, ClusterIdentity identity, ServerBinaries binaries, ServerCommands commands, PrivateClusterOptions options)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await MakeDirectoriesAsync(ct);
        foreach (var left in places.LeftUnfinished())
            TryDelete(left);

        var unfinished = places.NewUnfinished();
        await MakeServerDirectoryAsync(unfinished, ct);
        try
        {
            var data = await InitDbAsync(unfinished, ct);
            await WriteAsServerAsync(Path.Combine(data, "pg_hba.conf"), ServerSettings.HostBasedAuthentication, ct);
            Directory.Move(data, places.Data);
            // The new name must be on disk before the first commit is.
            await MustAsync(ServerCommands.RunAsCallerAsync(["sync", places.Directory], ct));
        }
        finally
        {
            TryDelete(unfinished);
        }
    }

    private async Task<string> InitDbAsync(string unfinished, CancellationToken ct)
    {
        var data = Path.Combine(unfinished, "data");
        var passwordFile = Path.Combine(unfinished, "password");
        await WriteAsServerAsync(passwordFile, identity.Password, ct);
        string[] command =
        [
            binaries.InitDb, $"--pgdata={data}", "--username=ntm", $"--pwfile={passwordFile}", "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=vi", "--data-checksums",
        ];
        await MustAsync(commands.RunAsync(options.UnsafeNoFsyncForTests ? [.. command, "--no-sync"] : command, ct));
        return data;
    }

    private async Task MakeDirectoriesAsync(CancellationToken ct)
    {
        if (identity.Account is not null)
            // Only passed through by the server's user; install sets the mode whatever the umask is.
            await MustAsync(ServerCommands.RunAsCallerAsync(
                ["install", "-d", "-m", "0711", Path.GetDirectoryName(places.Directory)!, places.Directory], ct));
        else
            PrivateFiles.CreateDirectory(places.Directory);

        await MakeServerDirectoryAsync(places.LogDirectory, ct);
    }

    private Task MakeServerDirectoryAsync(string path, CancellationToken ct)
    {
        string[] owner = identity.Account is { } account ? ["-o", account, "-g", ServerAccount.Named(account).GroupId] : [];
        return MustAsync(ServerCommands.RunAsCallerAsync(["install", "-d", "-m", "0700", .. owner, path], ct));
    }

    private Task WriteAsServerAsync(string path, string text, CancellationToken ct) =>
        MustAsync(commands.RunAsync(["sh", "-c", "cat > \"$1\"", "sh", path], ct, text));

    private async Task MustAsync(Task<CommandResult> running)
    {
        if (await running is { Succeeded: false } failed)
            throw new PrivateClusterException(
                $"The database could not be made in {places.Directory}: {failed.Output}.",
                "See that there is space and that the directory can be written, then try again.");
    }

    private static void TryDelete(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An orphaned initdb is still writing there; a later initialisation takes it away.
        }
    }
}
