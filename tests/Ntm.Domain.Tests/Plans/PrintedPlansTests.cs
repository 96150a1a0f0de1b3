using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ntm.Domain.Tests.Plans;

/// <summary>The plans of data/plans say what their documents print, and nothing else.</summary>
public sealed partial class PrintedPlansTests
{
    // What is copied from the document; the rest is slugs, kinds, days and numbers.
    private static readonly string[] Copied =
        ["text", "name", "unitOfMeasure", "of", "number", "issuer", "directs", "leads", "implements", "coordinates", "time", "form"];

    private static readonly string[] Counted = ["number", "count", "communes", "value", "upTo", "each", "together", "increase", "reaches", "atLeast", "below", "year"];

    public static TheoryData<string> Directories => PrintedPlan.Directories;

    [Theory, MemberData(nameof(Directories))]
    public void The_file_is_read_without_a_fault(string directory)
    {
        var read = PrintedPlan.ReadFile(directory);

        Assert.Empty(read.Refusals);
        Assert.NotNull(read.Plan!.Content);
    }

    [Theory, MemberData(nameof(Directories))]
    public void Every_word_of_it_stands_in_one_line_of_the_document(string directory)
    {
        var plan = new PrintedPlan(directory);

        Assert.All(plan.Statements.SelectMany(WordsOf), words => Assert.True(plan.Has(words), words));
    }

    [Theory, MemberData(nameof(Directories))]
    public void Every_number_of_a_statement_stands_in_its_words(string directory)
    {
        var plan = new PrintedPlan(directory);

        foreach (var statement in plan.Statements)
        {
            var printed = NumbersIn(statement.GetProperty("text").GetString()!);
            foreach (var said in statement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Number && Counted.Contains(member.Name)))
                Assert.True(printed.Contains(said.Value.GetDecimal()), $"{statement.GetProperty("id")}.{said.Name}");
        }
    }

    [Theory, MemberData(nameof(Directories))]
    public void Criteria_named_are_the_numbers_printed_or_all_nineteen(string directory)
    {
        var plan = new PrintedPlan(directory);

        foreach (var statement in plan.Statements.Where(statement => statement.TryGetProperty("criteria", out _)))
        {
            var criteria = statement.GetProperty("criteria").EnumerateArray().Select(number => number.GetDecimal()).ToList();
            var printed = NumbersIn(statement.GetProperty("text").GetString()!);
            Assert.True(criteria.TrueForAll(printed.Contains) || (criteria.Count == 19 && printed.Contains(19)), statement.GetProperty("id").GetString());
        }
    }

    [Fact]
    public void The_rows_of_the_target_table_are_the_lines_under_their_labels()
    {
        var plan = new PrintedPlan("hoa-binh-18-kh-ubnd-2018");
        var table = plan.Statements.Single(statement => statement.GetProperty("kind").GetString() == "table");

        foreach (var row in table.GetProperty("rows").EnumerateArray())
        {
            var label = Array.IndexOf(plan.Lines, "\t" + row.GetProperty("text").GetString());
            decimal[] said = [.. row.GetProperty("values").EnumerateArray().Select(value => value.GetDecimal()), row.GetProperty("total").GetDecimal()];
            var printed = plan.Lines[(label + 1)..(label + 1 + said.Length)].Select(line => decimal.Parse(line, CultureInfo.InvariantCulture));
            Assert.Equal(printed, said);
        }
    }

    private static IEnumerable<string> WordsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Value.ValueKind != JsonValueKind.String ? WordsOf(member.Value)
            : Copied.Contains(member.Name) && !IsOurs(element, member) ? [member.Value.GetString()!] : []),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(WordsOf),
        _ => [],
    };

    // Of III.1 the part and the row stand in two lines; what a band is of is a slug.
    private static bool IsOurs(JsonElement element, JsonProperty member) => member.Name switch
    {
        "number" => element.TryGetProperty("kind", out var kind) && kind.GetString() == "task",
        "of" => !element.TryGetProperty("kind", out _),
        _ => false,
    };

    // 2,3,5 is a list, 79,4 a fraction: both readings count.
    private static HashSet<decimal> NumbersIn(string text) =>
    [
        .. Whole().Matches(text).Concat(Fraction().Matches(text))
            .Select(match => decimal.Parse(match.Value.Replace(',', '.'), CultureInfo.InvariantCulture)),
    ];

    [GeneratedRegex(@"\d+", RegexOptions.None, 1_000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![\d,])\d+,\d+(?![\d,])", RegexOptions.None, 1_000)]
    private static partial Regex Fraction();
}
