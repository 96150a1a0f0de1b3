using System.Reflection;
using System.Text.Json;
using Ntm.Domain.Entries;
using Ntm.Domain.Time;

namespace Ntm.Domain.Criteria;

/// <summary>The criteria sets the program knows, oldest first; an empty database already knows them.</summary>
public sealed class CriteriaCatalog(IReadOnlyList<CriteriaSet> sets)
{
    private static readonly string[] Files = ["ntm-2016-2020.json", "ntm-2021-2025.json"];

    public IReadOnlyList<CriteriaSet> Sets { get; } = sets;

    public CriteriaSet? Find(SetId set)
    {
        // Without a closure: every finding of an import asks.
        for (var index = 0; index < Sets.Count; index++)
        {
            if (Sets[index].Id == set)
                return Sets[index];
        }

        return null;
    }

    /// <summary>The set that judges a day; null between and after the sets whose text is at hand.</summary>
    public CriteriaSet? InForceOn(DateOnly day) => Sets.FirstOrDefault(set => set.IsInForceOn(day));

    /// <summary>Reads the sets shipped with the program.</summary>
    public static CriteriaCatalog Shipped() => new([.. Files.Select(Read)]);

    private static CriteriaSet Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"the criteria set {file} is not in the program");
        using var document = JsonDocument.Parse(stream);
        var set = document.RootElement;
        var decision = set.GetProperty("decision");
        var inForce = set.GetProperty("inForce");
        return new CriteriaSet(
            new SetId(Text(set, "id")),
            Text(set, "version"),
            Bilingual(set.GetProperty("title")),
            new DocumentReference(Text(decision, "number"), Day(decision, "date"), Text(decision, "issuer")),
            Day(inForce, "from"),
            Day(inForce, "to"),
            [.. set.GetProperty("groups").EnumerateArray().Select(group => new CriteriaGroup(Text(group, "id"), Bilingual(group)))],
            [.. set.GetProperty("criteria").EnumerateArray().Select(ReadCriterion)])
        {
            RevocationCore = set.TryGetProperty("revocation", out var revocation)
                ? [.. revocation.GetProperty("core").EnumerateArray().Select(criterion => criterion.GetInt32())]
                : [],
        };
    }

    private static Criterion ReadCriterion(JsonElement criterion) => new(
        criterion.GetProperty("number").GetInt32(),
        Text(criterion, "group"),
        Bilingual(criterion.GetProperty("name")),
        [.. criterion.GetProperty("indicators").EnumerateArray().Select(indicator => new Indicator(
            Text(indicator, "id"),
            Bilingual(indicator.GetProperty("text")),
            indicator.TryGetProperty("unitOfMeasure", out var measure) ? measure.GetString() : null))]);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static DateOnly Day(JsonElement element, string name) =>
        VietnamCalendar.TryParseDay(Text(element, name), out var day) ? day : throw new InvalidDataException($"'{name}' of a criteria set is no day");

    private static BilingualText Bilingual(JsonElement element) => new(Text(element, "vi"), Text(element, "en"));
}
