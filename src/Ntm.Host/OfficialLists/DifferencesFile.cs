using System.Text;
using System.Text.Json;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Host.Questions;
using Ntm.Projections.OfficialLists;

namespace Ntm.Host.OfficialLists;

/// <summary>A line of a file of differences as it came back.</summary>
public sealed record ConfirmedLine(int Number, UnitDifference Difference)
{
    /// <summary>Whether nothing differs from what was written but what may be edited.</summary>
    internal bool IsEditOf(UnitDifference written)
    {
        var isNew = written.Kind == DifferenceKinds.New;
        var edited = written with
        {
            Unit = isNew ? Difference.Unit : written.Unit,
            Parent = isNew ? Difference.Parent : written.Parent,
            NewUnit = written.NewUnit is null ? null : Difference.NewUnit,
            Reading = Difference.Reading,
            Successors = written.Kind is DifferenceKinds.Gone or DifferenceKinds.Doubtful ? Difference.Successors : null,
        };
        return DifferencesFile.Text(edited) == DifferencesFile.Text(Difference);
    }
}

/// <summary>Differences on disk, one JSON object a line under a line that says of which comparison they are: to be looked at, cut and edited.</summary>
public static class DifferencesFile
{
    public static async Task WriteAsync(Stream file, ListAnswer answer, CancellationToken cancellation)
    {
        var text = new StringBuilder(JsonSerializer.Serialize(HeaderOf(answer), AnswerJson.Written.DifferencesHeader)).Append('\n');
        foreach (var difference in answer.Differences)
            text.Append(Text(difference)).Append('\n');
        await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
    }

    /// <summary>Reads what is left of it.</summary>
    public static (IReadOnlyList<ConfirmedLine> Lines, IReadOnlyList<LineRefusal> Refusals) Read(string text, ListAnswer answer)
    {
        var lines = text.Split('\n').Select((line, index) => (Number: index + 1, Text: line.Trim().TrimStart('\uFEFF')))
            .Where(line => line.Text.Length > 0).ToList();
        if (lines.Count == 0 || Parsed(lines[0].Text, AnswerJson.Written.DifferencesHeader) != HeaderOf(answer))
            return ([], [new LineRefusal(1, ListRefusals.IsOfOtherList())]);

        var confirmed = new List<ConfirmedLine>();
        var refusals = new List<LineRefusal>();
        var seen = new HashSet<string>();
        foreach (var (number, line) in lines.Skip(1))
        {
            if (Parsed(line, AnswerJson.Written.UnitDifference) is not { } difference || FieldThatCannotBe(difference) is not null || !seen.Add(difference.Key))
                refusals.Add(new LineRefusal(number, ListRefusals.DifferenceIsInvalid(null)));
            else
                confirmed.Add(new ConfirmedLine(number, difference));
        }

        return (confirmed, refusals);
    }

    internal static string Text(UnitDifference difference) => JsonSerializer.Serialize(difference, AnswerJson.Written.UnitDifference);

    // What becomes part of an entry is well-formed before it does.
    private static string? FieldThatCannotBe(UnitDifference difference)
    {
        if (!UnitId.TryParse(difference.Unit, out _))
            return "unit";
        if (difference.NewUnit is { } unit && !UnitId.TryParse(unit, out _))
            return "newUnit";
        if (difference.Parent is { } parent && !UnitId.TryParse(parent, out _))
            return "parent";
        return difference.Successors?.Any(successor => !UnitId.TryParse(successor, out _)) == true ? "successors" : null;
    }

    private static DifferencesHeader HeaderOf(ListAnswer answer) => new(answer.List, answer.On, answer.Under);

    private static T? Parsed<T>(string line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
