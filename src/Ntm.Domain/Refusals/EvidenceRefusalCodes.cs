namespace Ntm.Domain.Refusals;

/// <summary>Every code about evidence files. docs/reference/refusals.md explains each; a test holds the two together.</summary>
public static class EvidenceRefusalCodes
{
    public const string Empty = "evidence.empty";
    public const string TooLarge = "evidence.too_large";
    public const string TypeUnknown = "evidence.type_unknown";
    public const string HashInvalid = "evidence.hash_invalid";
    public const string NotStored = "evidence.not_stored";
    public const string Unknown = "evidence.unknown";

    public static IReadOnlyList<string> All { get; } = [Empty, TooLarge, TypeUnknown, HashInvalid, NotStored, Unknown];
}
