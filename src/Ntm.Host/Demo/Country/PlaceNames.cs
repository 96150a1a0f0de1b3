using System.Globalization;
using Ntm.Domain.Names;

namespace Ntm.Host.Demo.Country;

/// <summary>Made-up names of places in two syllables, such as real ones have; some place may well bear one of them.</summary>
internal static class PlaceNames
{
    // Shares no divisor with the number of names: so many steps on come back to a name only after all the others.
    private const int Step = 389;

    private static readonly string[] Syllables =
    [
        "An", "Bình", "Châu", "Đại", "Đông", "Đồng", "Đức", "Gia", "Hải", "Hòa", "Hưng", "Khánh", "Kim", "Lâm", "Liên", "Long", "Mỹ",
        "Minh", "Nam", "Nghĩa", "Ngọc", "Nhân", "Phong", "Phú", "Phúc", "Phước", "Quang", "Quảng", "Quế", "Sơn", "Tam", "Tân", "Tây",
        "Thái", "Thanh", "Thành", "Thạch", "Thịnh", "Thọ", "Thuận", "Thượng", "Tiên", "Trung", "Trường", "Vạn", "Văn", "Viên", "Vĩnh",
        "Xuân", "Yên",
    ];

    internal static int Count => Syllables.Length * (Syllables.Length - 1);

    /// <summary>The n-th of a row of names; they come again after <see cref="Count"/>.</summary>
    /// <param name="start">Where the row begins.</param>
    internal static string Of(int start, int number)
    {
        var place = (int)((start + ((long)number * Step)) % Count);
        var (first, other) = Math.DivRem(place, Syllables.Length - 1);
        // No syllable stands beside itself.
        return $"{Syllables[first]} {Syllables[other < first ? other : other + 1]}";
    }

    /// <summary>The name as a part of an identity. Tone marks are none of it: the second of Thanh and Thành gets a number, as a name that comes again does.</summary>
    internal static string Slug(string name, ISet<string> taken)
    {
        var slug = VietnameseNames.Unmarked(name).ToLowerInvariant().Replace(' ', '-');
        var free = slug;
        for (var again = 2; !taken.Add(free); again++)
            free = string.Create(CultureInfo.InvariantCulture, $"{slug}-{again}");
        return free;
    }
}
