using System.Text.Json.Serialization;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Findings;

/// <summary>Who found it.</summary>
[JsonConverter(typeof(AssessorJsonConverter))]
public enum Assessor
{
    Commune,
    District,
    Province,
    Inspection,
    Audit,
}

public static class Assessors
{
    public static WireNames<Assessor> Names { get; } = new(
        ("commune", Assessor.Commune),
        ("district", Assessor.District),
        ("province", Assessor.Province),
        ("inspection", Assessor.Inspection),
        ("audit", Assessor.Audit));
}

/// <summary>The assessors whose findings a question counts.</summary>
public readonly record struct AssessorSet
{
    private readonly int _bits;

    private AssessorSet(int bits) => _bits = bits;

    /// <summary>District, province, inspection, audit: a commune's own word does not decide.</summary>
    public static AssessorSet Official { get; } = Of(Assessor.District, Assessor.Province, Assessor.Inspection, Assessor.Audit);

    public static AssessorSet All { get; } = Of([.. Assessors.Names.Values]);

    public static AssessorSet Of(params ReadOnlySpan<Assessor> assessors)
    {
        var bits = 0;
        foreach (var assessor in assessors)
            bits |= 1 << (int)assessor;
        return new AssessorSet(bits);
    }

    public bool Contains(Assessor assessor) => (_bits & (1 << (int)assessor)) != 0;

    /// <summary><c>official</c>, <c>all</c>, or names joined by commas; at least one.</summary>
    public static bool TryParse(string text, out AssessorSet assessors)
    {
        assessors = default;
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (name == "official")
                assessors = new AssessorSet(assessors._bits | Official._bits);
            else if (name == "all")
                assessors = All;
            else if (Assessors.Names.TryParse(name, out var assessor))
                assessors = new AssessorSet(assessors._bits | Of(assessor)._bits);
            else
                return false;
        }

        return assessors._bits != 0;
    }

    /// <summary>Their names in the contract's order.</summary>
    public IReadOnlyList<string> ToNames()
    {
        var held = this;
        return [.. Assessors.Names.Values.Where(assessor => held.Contains(assessor)).Select(Assessors.Names.NameOf)];
    }
}

internal sealed class AssessorJsonConverter() : WireNameJsonConverter<Assessor>(Assessors.Names);
