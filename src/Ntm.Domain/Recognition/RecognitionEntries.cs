using System.Text.Json.Serialization;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Recognition;

/// <summary>
/// Quyết định công nhận. A decision whose basis names an issued document is a fact and is recorded whatever rule it broke.
/// Year of attainment, decision day and record time are three dates.
/// </summary>
public sealed record RecognitionGranted : DossierStep, IRestsOn
{
    /// <summary>What it rested on, as its preparer saw it; null where only the document is known.</summary>
    public StepBasis? RestsOn { get; init; }

    internal static RecognitionGranted Read(FieldReader line) => new()
    {
        Unit = line.Unit, EffectiveOn = line.EffectiveOn, Basis = line.Basis, Note = line.Note,
        Dossier = line.SlugText("dossier"), Title = line.OneOf("title", TitleLevels.Names), Year = line.Integer("year"),
        RestsOn = StepBasis.Read(line),
    };

    private protected override void WriteStepFields(FieldWriter fields) => StepBasis.Write(fields, RestsOn);
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
