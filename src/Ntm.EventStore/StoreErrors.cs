using Npgsql;

namespace Ntm.EventStore;

/// <summary>The database's clock is more than 5 s behind the newest stamp: nothing is appended until it is right.</summary>
public sealed class ClockBehindException(string message, Exception inner) : Exception(message, inner);

/// <summary>The connection broke while a commit was under way: the entries may or may not stand. Ask again with the same ids.</summary>
public sealed class CommitOutcomeUnknownException(Exception inner) : Exception("The outcome of the commit is not known.", inner);

/// <summary>Why the store does not serve.</summary>
public enum StoreTrouble
{
    /// <summary>It cannot be reached, refuses the login, or is starting or stopping.</summary>
    Unreachable,

    /// <summary>Its disk is full.</summary>
    Full,

    /// <summary>Every connection there may be is taken.</summary>
    NoConnectionFree,

    /// <summary>Another program holds the order and does not give it back.</summary>
    OrderHeld,
}

/// <summary>The store cannot be reached or refused to serve; nothing was written.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner, StoreTrouble trouble = StoreTrouble.Unreachable) : Exception(message, inner)
{
    public StoreTrouble Trouble { get; } = trouble;
}

/// <summary>The one place where PostgreSQL's errors become the store's.</summary>
internal static class StoreErrors
{
    internal const string ClockBehind = "NTM02";
    internal const string HeadMoved = "NTM06";

    internal static Exception Translate(Exception fault) => fault switch
    {
        PostgresException { SqlState: ClockBehind } behind => new ClockBehindException(behind.MessageText, behind),
        PostgresException postgres when TroubleOf(postgres.SqlState) is { } trouble => new StoreUnavailableException(postgres.MessageText, postgres, trouble),
        PostgresException => fault,
        NpgsqlException broken => new StoreUnavailableException(broken.Message, broken, PoolIsEmpty(broken) ? StoreTrouble.NoConnectionFree : StoreTrouble.Unreachable),
        _ => fault,
    };

    /// <summary>The connection is gone: what it was asked may have been done and not answered.</summary>
    internal static bool EndsTheConnection(NpgsqlException fault) => fault is not PostgresException postgres
        || postgres.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or "57P05" or "25P03";

    /// <summary>The connection was gone before it was asked, as those of the pool are after a restart; what only asks may be asked again.</summary>
    internal static bool FoundGone(NpgsqlException fault) => EndsTheConnection(fault) && fault is PostgresException or { InnerException: IOException };

    // 08: the connection; 28 and 3D: no such user, password or database; 53: out of disk, memory or connections;
    // 55P03: waited for a lock, which here is the order; 57: the server is shutting down or ended the session or statement.
    private static StoreTrouble? TroubleOf(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.DiskFull => StoreTrouble.Full,
        PostgresErrorCodes.TooManyConnections => StoreTrouble.NoConnectionFree,
        PostgresErrorCodes.LockNotAvailable => StoreTrouble.OrderHeld,
        _ when sqlState[..2] is "08" or "28" or "3D" or "53" or "57" => StoreTrouble.Unreachable,
        _ => null,
    };

    // Npgsql has no type of its own for it.
    private static bool PoolIsEmpty(NpgsqlException fault) =>
        fault.InnerException is TimeoutException && fault.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal);
}
