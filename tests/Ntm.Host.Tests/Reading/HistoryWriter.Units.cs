using System.Text.Json.Nodes;

namespace Ntm.Host.Tests.Reading;

internal sealed partial class HistoryWriter
{
    private const int Province = 0;
    private const int District = 1;
    private const int Commune = 2;

    private static readonly IReadOnlyList<(string Slug, string Name)> Names =
    [
        ("van-an", "Văn An"), ("van-mong", "Vân Mộng"), ("lien-hoi", "Liên Hội"), ("xuan-mai", "Xuân Mai"), ("binh-phuc", "Bình Phúc"),
        ("yen-phuc", "Yên Phúc"), ("tri-le", "Tri Lễ"), ("an-son", "An Sơn"), ("diem-he", "Điềm He"), ("khanh-khe", "Khánh Khê"),
        ("tan-doan", "Tân Đoàn"), ("hoa-binh", "Hòa Bình"), ("tu-xuyen", "Tú Xuyên"), ("tran-ninh", "Trấn Ninh"), ("huu-le", "Hữu Lễ"),
    ];

    private static readonly IReadOnlyList<string> CommuneLevels =
        ["commune", "commune", "commune", "commune", "township", "ward", "special_zone"];

    // Few, because codes are given again to other units.
    private static readonly IReadOnlyList<string> OfficialCodes = ["06298", "06316", "06280", "06268", "06283", "06259"];

    // A unit keeps its rank whatever level it is given, and parents rank higher: so no circle arises by chance.
    private readonly Dictionary<string, int> ranks = new(StringComparer.Ordinal);

    public IEnumerable<JsonObject> FirstUnits()
    {
        yield return Established("lang-son", Province, RandomHistory.FirstDay, null);
        foreach (var district in (string[])["van-quan", "cao-loc", "van-quan-2"])
            yield return Established(district, District, RandomHistory.FirstDay, "lang-son");
        for (var i = 0; i < 14; i++)
            yield return Established(NewSlug(), Commune, dice.OneIn(3) ? AnyDay() : RandomHistory.FirstDay, AnyDistrict());
    }

    private IEnumerable<JsonObject> EstablishedSomewhere()
    {
        var rank = dice.OneIn(8) ? District : Commune;
        var day = dice.OneIn(3) ? dice.Pick(BusyDays) : AnyDay();
        yield return Established(NewSlug(), rank, day, dice.OneIn(10) ? null : ParentFor(rank, day));
    }

    private JsonObject Established(string unit, int rank, DateOnly day, string? parent)
    {
        ranks[unit] = rank;
        var line = Line("unit_established", unit, day);
        line["name"] = Typed(dice.Pick(Names).Name);
        line["level"] = rank switch { Province => "province", District => "district", _ => dice.Pick(CommuneLevels) };
        if (parent is not null)
            line["parent"] = parent;
        if (dice.OneIn(2))
            line["code"] = dice.Pick(OfficialCodes);
        return line;
    }

    private JsonObject? Renamed() => Changed("unit_renamed", "name", _ => AnyDay(), (_, _) => Typed(dice.Pick(Names).Name));

    private JsonObject? Recoded() => Changed("unit_recoded", "code", FromBirth, (_, _) => dice.Pick(OfficialCodes));

    private JsonObject? LevelChanged() =>
        Changed("unit_level_changed", "level", FromBirth, (unit, _) => ranks[unit] == Commune ? dice.Pick(CommuneLevels) : null);

    private JsonObject? Reparented() => Changed("unit_reparented", "parent", FromBirth, (unit, day) => ParentFor(ranks[unit], day));

    private DateOnly FromBirth(string unit) => DayFrom(Now.EstablishedOn(unit)!.Value);

    private JsonObject? Changed(string type, string field, Func<string, DateOnly> dayFor, Func<string, DateOnly, string?> valueFor)
    {
        if (AnyUnit() is not { } unit)
            return null;

        var day = dice.OneIn(5) ? Max(dice.Pick(BusyDays), Now.EstablishedOn(unit)!.Value) : dayFor(unit);
        if (valueFor(unit, day) is not { } value)
            return null;

        var line = Line(type, unit, day);
        line[field] = value;
        return line;
    }

    private IEnumerable<JsonObject> Merged()
    {
        var day = dice.OneIn(3) ? dice.Pick(BusyDays) : AnyDay();
        var living = LivingCommunes(day);
        if (living.Count < 4)
            yield break;

        // The product may not look at what is recorded later, so a unit can be merged on a day before findings it already has.
        var from = dice.PickSome(living, 1 + dice.Below(3));
        string successor;
        if (dice.OneIn(2))
        {
            successor = NewSlug();
            var born = dice.OneIn(4) ? dice.Day(RandomHistory.FirstDay, day) : day;
            yield return Established(successor, Commune, born, ParentFor(Commune, day));
        }
        else
        {
            successor = dice.Pick([.. living.Except(from, StringComparer.Ordinal)]);
        }

        yield return Merger(successor, from, day);
    }

    private JsonObject Merger(string successor, IEnumerable<string> from, DateOnly day)
    {
        var line = Line("units_merged", successor, day);
        line["from"] = new JsonArray([.. from.Select(unit => JsonValue.Create(unit))]);
        return line;
    }

    private JsonObject? Dissolved()
    {
        var day = AnyDay();
        var living = LivingCommunes(day);
        if (living.Count < 5)
            return null;

        var unit = dice.Pick(living);
        var line = Line("unit_dissolved", unit, day);
        List<string> others = [.. Now.Units().Where(other => other != unit && ranks[other] == Commune)];
        if (!dice.OneIn(3))
            line["successors"] = new JsonArray([.. dice.PickSome(others, dice.Below(4)).Select(other => JsonValue.Create(other))]);
        return line;
    }

    // A district goes: what it had moves first, on the same day, to the province or to another district.
    private IEnumerable<JsonObject> DistrictClosed()
    {
        var day = dice.Day(new DateOnly(2020, 1, 1), RandomHistory.LastDay);
        List<string> living = [.. Ranked(District).Where(unit => LivesAndStays(unit, day))];
        if (living.Count < 2 || Ranked(District).Count(unit => Now.EndedOn(unit, DateOnly.MaxValue) is not null) > 2)
            yield break;

        var closed = dice.Pick(living);
        var heir = dice.Pick([.. living.Where(unit => unit != closed)]);
        var province = dice.OneIn(2);
        foreach (var child in Now.Units().Where(unit => Now.Lives(unit, day) && Now.Parent(unit, day) == closed).ToList())
        {
            var move = Line("unit_reparented", child, day);
            move["parent"] = province ? "lang-son" : heir;
            yield return move;
        }

        yield return province ? Line("unit_dissolved", closed, day) : Merger(heir, [closed], day);
    }

    private string? ParentFor(int rank, DateOnly day)
    {
        List<string> higher = [.. Now.Units().Where(unit => ranks[unit] < rank)];
        List<string> living = [.. higher.Where(unit => Now.Lives(unit, day))];
        return dice.PickOrNone(living.Count == 0 || dice.OneIn(10) ? higher : living);
    }

    private string? AnyDistrict() => dice.PickOrNone(Ranked(District));

    private List<string> Ranked(int rank) => [.. Now.Units().Where(unit => ranks[unit] == rank)];

    private List<string> LivingCommunes(DateOnly day) => [.. Ranked(Commune).Where(unit => LivesAndStays(unit, day))];

    private bool LivesAndStays(string unit, DateOnly day) => Now.Lives(unit, day) && Now.EndedOn(unit, DateOnly.MaxValue) is null;

    // Hyphens, dots and digits side by side: an order by culture would put them otherwise than an ordinal one.
    private string NewSlug()
    {
        var name = dice.Pick(Names).Slug;
        for (var i = 0; ; i++)
        {
            var slug = (dice.Below(4), i) switch
            {
                (0, _) => $"van-quan.{name}{(i == 0 ? "" : $"-{i}")}",
                (1, _) => $"{name}-{i}",
                (2, _) => $"{name}.{i}",
                _ => $"{name}{i}",
            };
            if (ranks.TryAdd(slug, Commune))
                return slug;
        }
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
