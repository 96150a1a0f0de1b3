namespace Ntm.EventStore;

/// <summary>The statements the store runs again and again, read once.</summary>
internal static class Statements
{
    internal static readonly string LockHead = StoreSql.Read("lock_head.sql");
    internal static readonly string EntriesAfter = StoreSql.Read("entries_after.sql");
    internal static readonly string EntriesOfStreamsAfter = StoreSql.Read("entries_of_streams_after.sql");
    internal static readonly string DotsOfStreams = StoreSql.Read("dots_of_streams.sql");
    internal static readonly string StoredEntries = StoreSql.Read("stored_entries.sql");
    internal static readonly string AppendOne = StoreSql.Read("append_one.sql");
    internal static readonly string AppendMany = StoreSql.Read("append_many.sql");
    internal static readonly string BeginAppendNumbered = StoreSql.Read("begin_append_numbered.sql");
    internal static readonly string BeginAppendAfter = StoreSql.Read("begin_append_after.sql");
    internal static readonly string UpsertStreams = StoreSql.Read("upsert_streams.sql");
    internal static readonly string InsertEvents = StoreSql.Read("insert_events.sql");
    internal static readonly string CopyEvents = StoreSql.Read("copy_events.sql");
    internal static readonly string OrderIsAwaited = StoreSql.Read("order_is_awaited.sql");
    internal static readonly string Head = StoreSql.Read("head.sql");
    internal static readonly string ScanBounds = StoreSql.Read("scan_bounds.sql");
    internal static readonly string ScanEvents = StoreSql.Read("scan_events.sql");
    internal static readonly string AnswerInstant = StoreSql.Read("answer_instant.sql");
}
