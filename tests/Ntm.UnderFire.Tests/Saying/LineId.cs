using System.Globalization;

namespace Ntm.UnderFire.Tests.Saying;

/// <summary>An id that tells whose entry it is: run, writer and number.</summary>
internal static class LineId
{
    /// <summary>The place of a writer that is none of the clients: it appends by SQL.</summary>
    public const int Foreign = 0xffff;

    public static string Of(int seed, int writer, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{seed:x8}-{writer:x4}-4000-8000-{number:x12}");

    /// <returns>Null for an id of another kind.</returns>
    public static (int Writer, int Number)? Parse(int seed, string id) =>
        id.Length == 36 && id.StartsWith(seed.ToString("x8", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(9, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var writer)
        && int.TryParse(id.AsSpan(28), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? (writer, number)
            : null;
}
