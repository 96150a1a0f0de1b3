namespace Ntm.Host.Demo.Country;

/// <summary>How much there is of the synthetic country.</summary>
/// <param name="Communes">At the beginning; mergers leave fewer.</param>
/// <param name="Findings">Every one of the record, replacements among them.</param>
public sealed record CountrySize(int Provinces, int Districts, int Communes, int Findings, int Mergers, int Dissolutions, int Renamings)
{
    public const decimal LargestScale = 10;

    private static readonly CountrySize Whole = new(63, 700, 10_000, 2_000_000, 400, 14, 100);

    /// <param name="scale">1 is the whole country, 0.1 a tenth of it; above 0, at most <see cref="LargestScale"/>.</param>
    /// <param name="history">So many times more findings for each commune.</param>
    public static CountrySize At(decimal scale, int history = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, LargestScale);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(history);
        // However small: a district can be dissolved into another, and communes merged.
        return new CountrySize(
            Of(Whole.Provinces, 1), Of(Whole.Districts, 2), Of(Whole.Communes, 12), checked(Of(Whole.Findings, 1) * history),
            Of(Whole.Mergers, 1), Of(Whole.Dissolutions, 1), Of(Whole.Renamings, 1));

        int Of(int whole, int least) => Math.Max(least, (int)(whole * scale));
    }

    /// <summary>What of a whole falls to one of so many days when all of it is spread evenly.</summary>
    internal static int Share(int whole, int day, int days) => (int)(((long)whole * (day + 1) / days) - ((long)whole * day / days));
}
