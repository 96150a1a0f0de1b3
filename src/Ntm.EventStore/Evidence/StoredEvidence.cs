namespace Ntm.EventStore.Evidence;

/// <summary>A file that is there.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="MediaType">What its bytes are.</param>
/// <param name="Name">The one it was first handed in under.</param>
public sealed record StoredEvidence(string Sha256, long Size, string MediaType, DateTimeOffset StoredAt, string Name);

/// <summary>A file that is about to be stored.</summary>
/// <param name="MediaType">What its bytes are.</param>
public sealed record ReceivedEvidence(string Sha256, long Size, string MediaType, string Name);

/// <summary>Who handed a file in, or opened it.</summary>
/// <param name="Name">The name it was handed in under; null for an opening.</param>
public sealed record EvidenceUse(
    long Number, DateTimeOffset At, string? Name, string Actor, string? Role, string? Area, string Client, string? Correlation);
