using System.Text.Json.Serialization;
using Ntm.Domain.Interchange;

namespace Ntm.Domain.Units;

[JsonConverter(typeof(UnitLevelJsonConverter))]
public enum UnitLevel
{
    Province,
    District,
    Commune,
    Township,
    Ward,
    SpecialZone,
}

public static class UnitLevels
{
    public static WireNames<UnitLevel> Names { get; } = new(
        ("province", UnitLevel.Province),
        ("district", UnitLevel.District),
        ("commune", UnitLevel.Commune),
        ("township", UnitLevel.Township),
        ("ward", UnitLevel.Ward),
        ("special_zone", UnitLevel.SpecialZone));
}

internal sealed class UnitLevelJsonConverter() : WireNameJsonConverter<UnitLevel>(UnitLevels.Names);
