using Npgsql;

namespace Ntm.EventStore;

/// <summary>The database's clock is more than 5 s behind the newest stamp: nothing is appended until it is right.</summary>
public sealed class ClockBehindException(string message, Exception inner) : Exception(message, inner);

/// <summary>The connection broke while a commit was under way: the entries may or may not stand. Ask again with the same ids.</summary>
public sealed class CommitOutcomeUnknownException(Exception inner) : Exception("The outcome of the commit is not known.", inner);

/// <summary>The store cannot be reached or refused to serve; nothing was written.</summary>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);

/// <summary>The one place where PostgreSQL's errors become the store's.</summary>
internal static class StoreErrors
{
    internal const string ClockBehind = "NTM02";

    internal static Exception Translate(Exception fault) => fault switch
    {
        PostgresException { SqlState: ClockBehind } behind => new ClockBehindException(behind.MessageText, behind),
        // 53: out of disk, memory or connections; 57: the server is shutting down or the statement was cancelled by it.
        PostgresException postgres when postgres.SqlState.StartsWith("53", StringComparison.Ordinal) || postgres.SqlState.StartsWith("57", StringComparison.Ordinal)
            => new StoreUnavailableException(postgres.MessageText, postgres),
        PostgresException => fault,
        NpgsqlException broken => new StoreUnavailableException(broken.Message, broken),
        _ => fault,
    };
}
