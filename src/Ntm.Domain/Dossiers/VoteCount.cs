using System.Text.Json.Serialization;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Dossiers;

/// <summary>The count of one vote, as the minutes print it: also one that cannot add up.</summary>
public sealed record VoteCount(OfficeLevel Level, long Members, long Present, long For, long Against)
{
    internal static VoteCount Read(FieldReader line)
    {
        if (line.Nested("votes") is { } votes)
        {
            return FieldReader.Ended(votes, new VoteCount(
                votes.OneOf("level", OfficeLevels.Names), votes.Count("members"), votes.Count("present"), votes.Count("for"), votes.Count("against")));
        }

        if (!line.TryTake("votes", out _))
            line.Missing("votes");
        return new VoteCount(default, 0, 0, 0, 0);
    }

    internal static void Write(FieldWriter fields, VoteCount votes)
    {
        fields.Text("level", OfficeLevels.Names.NameOf(votes.Level));
        fields.Number("members", votes.Members);
        fields.Number("present", votes.Present);
        fields.Number("for", votes.For);
        fields.Number("against", votes.Against);
    }
}

/// <summary>Who sent a dossier back, and why.</summary>
public sealed record DossierReturn(OfficeLevel By, IReadOnlyList<string> Reasons)
{
    internal static DossierReturn Read(FieldReader line)
    {
        if (line.Nested("returned") is { } returned)
            return FieldReader.Ended(returned, new DossierReturn(returned.OneOf("by", OfficeLevels.Names), returned.RequiredTexts("reasons")));
        if (!line.TryTake("returned", out _))
            line.Missing("returned");
        return new DossierReturn(default, []);
    }

    internal static void Write(FieldWriter fields, DossierReturn returned)
    {
        fields.Text("by", OfficeLevels.Names.NameOf(returned.By));
        fields.Texts("reasons", returned.Reasons);
    }
}

/// <summary>The level of the office that takes a step.</summary>
[JsonConverter(typeof(OfficeLevelJsonConverter))]
public enum OfficeLevel
{
    Commune,
    District,
    Province,
}

public static class OfficeLevels
{
    public static WireNames<OfficeLevel> Names { get; } = new(
        ("commune", OfficeLevel.Commune), ("district", OfficeLevel.District), ("province", OfficeLevel.Province));
}

internal sealed class OfficeLevelJsonConverter() : WireNameJsonConverter<OfficeLevel>(OfficeLevels.Names);

/// <summary>What a review of a recognised commune came to.</summary>
[JsonConverter(typeof(ReviewOutcomeJsonConverter))]
public enum ReviewOutcome
{
    /// <summary>The title is kept.</summary>
    Kept,

    /// <summary>Revocation is proposed; the decision itself is another step.</summary>
    RevocationProposed,
}

public static class ReviewOutcomes
{
    public static WireNames<ReviewOutcome> Names { get; } = new(
        ("kept", ReviewOutcome.Kept), ("revocation_proposed", ReviewOutcome.RevocationProposed));
}

internal sealed class ReviewOutcomeJsonConverter() : WireNameJsonConverter<ReviewOutcome>(ReviewOutcomes.Names);
