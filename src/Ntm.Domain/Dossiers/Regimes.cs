using System.Reflection;
using System.Text.Json;
using Ntm.Domain.Criteria;
using Ntm.Domain.Entries;
using Ntm.Domain.Time;

namespace Ntm.Domain.Dossiers;

/// <summary>The regimes shipped with the program, oldest first. What came before the first and what follows the last is not at hand.</summary>
public static class Regimes
{
    private const string File = "regimes.json";

    public static IReadOnlyList<Regime> All { get; } = Read();

    /// <summary>Null on a day of which no regime is at hand.</summary>
    public static Regime? On(DateOnly day) => All.FirstOrDefault(regime => regime.IsInForceOn(day));

    private static Regime[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not in the program");
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("regimes").EnumerateArray().Select(ReadRegime)];
    }

    private static Regime ReadRegime(JsonElement regime)
    {
        var (title, document) = (regime.GetProperty("title"), regime.GetProperty("document"));
        return new Regime(
            Text(regime, "id"),
            new BilingualText(Text(title, "vi"), Text(title, "en")),
            new DocumentReference(Text(document, "number"), Day(Text(document, "date")), Text(document, "issuer")),
            Text(regime, "conditions"),
            Day(Text(regime, "from")),
            regime.GetProperty("to").GetString() is { } to ? Day(to) : null,
            [.. regime.GetProperty("steps").EnumerateArray().Select(ReadStep)],
            [.. regime.GetProperty("parameters").EnumerateArray().Select(ReadParameter)]);
    }

    private static RegimeStep ReadStep(JsonElement step) => new(
        Kind(Text(step, "step")),
        step.GetProperty("by").GetString() is { } by
            ? OfficeLevels.Names.TryParse(by, out var level) ? level : throw new InvalidDataException($"'{by}' is no level of office")
            : null,
        step.TryGetProperty("byUntil", out var until) ? Day(until.GetString()!) : null,
        [.. step.GetProperty("after").EnumerateArray().Select(after => Kind(after.GetString()!))],
        step.GetProperty("verified").GetBoolean());

    private static RegimeParameter ReadParameter(JsonElement parameter) => new(
        Text(parameter, "name"),
        parameter.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null,
        Text(parameter, "unit"),
        parameter.GetProperty("verified").GetBoolean());

    private static StepKind Kind(string name) => StepKinds.Names.TryParse(name, out var kind) ? kind : throw new InvalidDataException($"'{name}' is no step");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static DateOnly Day(string text) => VietnamCalendar.TryParseDay(text, out var day) ? day : throw new InvalidDataException($"'{text}' is no day");
}
