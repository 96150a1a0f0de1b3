using System.Globalization;
using System.Text.RegularExpressions;

namespace Ntm.Architecture.Tests;

/// <summary>The style sheet of the pages, as far as tests ask it: its colours by theme and the classes it speaks of.</summary>
internal static partial class StyleSheet
{
    internal static readonly string Text = Comment().Replace(File.ReadAllText(Path.Combine(Product.Source, "Ntm.Host", "Pages", "style.css")), "");

    /// <summary>The custom properties that are colours; dark and print change those they name.</summary>
    internal static IReadOnlyDictionary<string, string> Colours(string theme)
    {
        var roots = Root().Matches(Text).Select(match => match.Groups["body"].Value).ToList();
        Assert.Equal(3, roots.Count);
        var colours = new Dictionary<string, string>();
        foreach (var (name, value) in Properties(roots[0]).Concat(theme switch { "dark" => Properties(roots[1]), "print" => Properties(roots[2]), _ => [] }))
            colours[name] = value;
        return colours;
    }

    internal static IReadOnlyList<string> Classes { get; } = [.. Selector().Matches(Text).SelectMany(selector => Class().Matches(selector.Value)).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>By WCAG 2.2; between 1 and 21.</summary>
    internal static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Linear(colour, 1)) + (0.7152 * Linear(colour, 3)) + (0.0722 * Linear(colour, 5));

    private static double Linear(string colour, int at)
    {
        var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    private static IEnumerable<(string Name, string Value)> Properties(string body) =>
        Colour().Matches(body).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value));

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@":root\s*\{(?<body>[^}]*)\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"--(?<name>[\w-]+):\s*(?<value>#[0-9a-f]{6})")]
    private static partial Regex Colour();

    [GeneratedRegex(@"[^{}]+(?=\{)")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\.(?<name>[A-Za-z][\w-]*)")]
    private static partial Regex Class();
}
