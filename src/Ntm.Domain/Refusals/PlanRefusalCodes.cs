namespace Ntm.Domain.Refusals;

/// <summary>Every code a plan file can be refused with, beside those of lines. docs/reference/refusals.md explains each; a test holds the two together.</summary>
public static class PlanRefusalCodes
{
    public const string NotJson = "plan.not_json";
    public const string FileUnknown = "plan.file_unknown";
    public const string PeriodReversed = "plan.period_reversed";
    public const string CommuneOutside = "plan.commune_outside";
    public const string CommuneTwice = "plan.commune_twice";

    public const string Older = "plan.older";
    public const string Unstructured = "plan.unstructured";

    public static IReadOnlyList<string> All { get; } = [NotJson, FileUnknown, PeriodReversed, CommuneOutside, CommuneTwice, Older, Unstructured];
}
