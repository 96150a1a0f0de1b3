using System.Globalization;
using System.Text.RegularExpressions;

namespace Ntm.Architecture.Tests;

/// <summary>What the design sheet (docs/design.md) promises of the style sheet.</summary>
public sealed partial class StyleSheetTests
{
    private const double Words = 4.5;
    private const double Shapes = 3;

    // Written on these grounds without a pair of their own.
    private static readonly (string Ink, string[] Grounds)[] Written =
    [
        ("ink", ["ground", "raised"]), ("soft", ["ground", "raised"]), ("accent", ["ground", "raised"]), ("X-ink", ["ground", "raised"]), ("U-ink", ["ground"]),
    ];

    // The names end where the page writes a number or a letter: many-@level.
    private static readonly string[] Composed = ["many-1", "many-2", "many-3", "many-4", "b0", "b1", "b2", "b3", "b4"];

    public static TheoryData<string> Themes => ["light", "dark", "print"];

    [Theory, MemberData(nameof(Themes))]
    public void Every_colour_and_what_is_written_on_it_hold_their_contrast(string theme)
    {
        var colours = StyleSheet.Colours(theme);
        var pairs = colours.Keys.Where(name => name.EndsWith("-ink", StringComparison.Ordinal) && colours.ContainsKey(name[..^4]))
            .Select(name => (Ink: name, Ground: name[..^4]))
            .Concat(Written.SelectMany(words => words.Grounds.Select(ground => (words.Ink, Ground: ground))))
            .ToList();

        Assert.True(pairs.Count >= 18, $"only {pairs.Count} pairs were found");
        Assert.Empty(Weak(colours, pairs, Words));
    }

    [Theory, MemberData(nameof(Themes))]
    public void What_is_drawn_is_told_from_its_ground(string theme) => Assert.Empty(Weak(
        StyleSheet.Colours(theme), [("asked", "ground"), ("accent", "ground"), ("dot-A", "ground"), ("dot-X", "ground"), ("dot-L", "ground"), ("dot-B", "ground"), ("dot-N", "ground")], Shapes));

    [Theory, MemberData(nameof(Themes))]
    public void The_design_sheet_states_the_contrasts_as_they_are(string theme)
    {
        var colours = StyleSheet.Colours(theme);
        var sheet = File.ReadAllText(Path.Combine(Product.Root, "docs", "design.md"));
        var rows = colours.Keys.Where(name => name.EndsWith("-ink", StringComparison.Ordinal) && colours.ContainsKey(name[..^4])).Select(name => name[..^4])
            .Select(name => string.Create(CultureInfo.InvariantCulture, $"| {theme} | `--{name}` | {colours[name]} | {colours[name + "-ink"]} | {StyleSheet.Contrast(colours[name], colours[name + "-ink"]):0.0} |"));

        Assert.True(rows.All(row => sheet.Contains(row, StringComparison.Ordinal)), "docs/design.md must hold:\n" + string.Join('\n', rows));
    }

    [Fact]
    public void Every_class_of_the_sheet_is_one_a_page_uses()
    {
        var pages = string.Concat(new[] { "*.razor", "*.cs", "*.js" }.SelectMany(kind => Product.Files(Product.Source, kind)).Select(File.ReadAllText));
        var words = Word().Matches(pages).Select(match => match.Value).ToHashSet();

        Assert.Empty(StyleSheet.Classes.Where(name => !words.Contains(name)).Except(Composed));
    }

    private static IEnumerable<string> Weak(IReadOnlyDictionary<string, string> colours, IEnumerable<(string Ink, string Ground)> pairs, double least) => pairs
        .Select(pair => (pair, Contrast: StyleSheet.Contrast(colours[pair.Ink], colours[pair.Ground])))
        .Where(measured => measured.Contrast < least)
        .Select(measured => string.Create(CultureInfo.InvariantCulture, $"--{measured.pair.Ink} on --{measured.pair.Ground}: {measured.Contrast:0.00}"));

    [GeneratedRegex(@"[A-Za-z][\w-]*")]
    private static partial Regex Word();
}
