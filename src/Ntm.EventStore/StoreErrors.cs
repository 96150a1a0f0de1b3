using Npgsql;

namespace Ntm.EventStore;

/// <summary>The database's clock is more than 5 s behind the newest stamp: nothing is appended until it is right.</summary>
public sealed class ClockBehindException(string message, Exception inner) : Exception(message, inner);

/// <summary>The connection broke while a commit was under way: the entries may or may not stand. Ask again with the same ids.</summary>
public sealed class CommitOutcomeUnknownException(Exception inner) : Exception("The outcome of the commit is not known.", inner);

/// <summary>The store cannot be reached or refused to serve; nothing was written.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner) : Exception(message, inner);

/// <summary>The one place where PostgreSQL's errors become the store's.</summary>
internal static class StoreErrors
{
    internal const string ClockBehind = "NTM02";
    internal const string HeadMoved = "NTM06";

    internal static Exception Translate(Exception fault) => fault switch
    {
        PostgresException { SqlState: ClockBehind } behind => new ClockBehindException(behind.MessageText, behind),
        PostgresException postgres when Refuses(postgres.SqlState) => new StoreUnavailableException(postgres.MessageText, postgres),
        PostgresException => fault,
        NpgsqlException broken => new StoreUnavailableException(broken.Message, broken),
        _ => fault,
    };

    // 08: the connection; 28 and 3D: no such user, password or database; 53: out of disk, memory or connections;
    // 57: the server is shutting down or ended the session or statement.
    private static bool Refuses(string sqlState) => sqlState[..2] is "08" or "28" or "3D" or "53" or "57";
}
