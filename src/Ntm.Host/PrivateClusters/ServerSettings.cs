using System.Globalization;

namespace Ntm.Host.PrivateClusters;

internal static class ServerSettings
{
    public const string HostBasedAuthentication = "host all all 127.0.0.1/32 scram-sha-256\n";

    /// <summary>The settings as pg_ctl hands them to a shell; on the command line nothing written into the cluster overrides them.</summary>
    public static string CommandLine(int port, bool unsafeNoFsync)
    {
        var durable = unsafeNoFsync ? "off" : "on";
        (string Name, string Value)[] settings =
        [
            ("port", port.ToString(CultureInfo.InvariantCulture)),
            ("listen_addresses", "127.0.0.1"),
            ("unix_socket_directories", ""),
            ("password_encryption", "scram-sha-256"),
            ("max_connections", "200"),
            ("fsync", durable),
            ("full_page_writes", durable),
            ("synchronous_commit", "on"),
            ("shared_buffers", "256MB"),
            ("effective_cache_size", "1GB"),
            ("work_mem", "16MB"),
            ("maintenance_work_mem", "128MB"),
            ("max_wal_size", "2GB"),
            ("jit", "off"),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            ("log_destination", "stderr"),
            ("logging_collector", "off"),
            ("log_line_prefix", "%m [%p] "),
        ];
        return string.Join(' ', settings.Select(setting => $"-c {setting.Name}='{setting.Value}'"));
    }
}
