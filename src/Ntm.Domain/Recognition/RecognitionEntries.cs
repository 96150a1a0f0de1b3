using System.Text.Json.Serialization;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Recognition;

/// <summary>
/// Quyết định công nhận. A decision whose basis names an issued document is a fact and is recorded whatever rule it broke.
/// Year of attainment, decision day and record time are three dates.
/// </summary>
public sealed record RecognitionGranted : DatedEntry
{
    /// <summary>Slug of the dossier: each attempt at a title has its own.</summary>
    public required string Dossier { get; init; }

    public required TitleLevel Title { get; init; }
    public required int Year { get; init; }

    internal static RecognitionGranted Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
    };

    internal override void WriteOwnFields(FieldWriter fields)
    {
        fields.Text("dossier", Dossier);
        fields.Text("title", TitleLevels.Names.NameOf(Title));
        fields.Number("year", Year);
    }
}

[JsonConverter(typeof(TitleLevelJsonConverter))]
public enum TitleLevel
{
    /// <summary>Xã nông thôn mới.</summary>
    Ntm,

    /// <summary>Nông thôn mới nâng cao.</summary>
    Advanced,

    /// <summary>Nông thôn mới kiểu mẫu.</summary>
    Model,
}

public static class TitleLevels
{
    public static WireNames<TitleLevel> Names { get; } = new(
        ("ntm", TitleLevel.Ntm), ("advanced", TitleLevel.Advanced), ("model", TitleLevel.Model));
}

internal sealed class TitleLevelJsonConverter() : WireNameJsonConverter<TitleLevel>(TitleLevels.Names);
