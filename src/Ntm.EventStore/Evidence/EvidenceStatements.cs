namespace Ntm.EventStore.Evidence;

/// <summary>The statements about evidence, read once.</summary>
internal static class EvidenceStatements
{
    internal static readonly string Store = StoreSql.Read("store_evidence.sql");
    internal static readonly string Patience = StoreSql.Read("evidence_patience.sql");
    internal static readonly string CopyPieces = StoreSql.Read("copy_evidence_pieces.sql");
    internal static readonly string Deposit = StoreSql.Read("deposit_evidence.sql");
    internal static readonly string Open = StoreSql.Read("open_evidence.sql");
    internal static readonly string Find = StoreSql.Read("find_evidence.sql");
    internal static readonly string After = StoreSql.Read("evidence_after.sql");
    internal static readonly string Among = StoreSql.Read("evidence_among.sql");
    internal static readonly string Piece = StoreSql.Read("evidence_piece.sql");
    internal static readonly string Deposits = StoreSql.Read("evidence_deposits.sql");
    internal static readonly string Openings = StoreSql.Read("evidence_openings.sql");
}
