using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;
using Ntm.Domain.Refusals;
using Ntm.Domain.Units;
using Ntm.Projections.OfficialLists;

namespace Ntm.Host.OfficialLists;

/// <summary>An official list of units as a CSV file gives it.</summary>
/// <param name="Sha256">Of its bytes: the list's name for itself.</param>
/// <param name="LinesWithoutUnit">Rows that name only the units above, as a district without communes.</param>
/// <param name="Refusals">Empty where every row could be read.</param>
public sealed record ListFile(
    string Sha256, IReadOnlyList<ListedUnit> Units, IReadOnlyList<string> IgnoredColumns, IReadOnlyList<int> LinesWithoutUnit,
    IReadOnlyList<LineRefusal> Refusals)
{
    private const int RefusalsAtMost = 1_000;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static ListFile Read(byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var text = bytes.AsSpan().StartsWith(ByteOrderMark) ? bytes.AsSpan(ByteOrderMark.Length) : bytes;
        // A NUL stands in no list, but between the letters of UTF-16.
        if (!Utf8.IsValid(text) || text.Contains((byte)0))
            return new ListFile(hash, [], [], [], [new LineRefusal(FirstLineOfOtherEncoding(text), ListRefusals.NotUtf8())]);

        var reading = new Reading();
        reading.Run(Encoding.UTF8.GetString(text));
        return new ListFile(hash, reading.Units, reading.Ignored, reading.WithoutUnit, reading.Refusals);
    }

    private static int FirstLineOfOtherEncoding(ReadOnlySpan<byte> text)
    {
        var line = 1;
        foreach (var range in text.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(text[range]) || text[range].Contains((byte)0))
                return line;
            line++;
        }

        return line;
    }

    private sealed class Reading
    {
        private ListColumns _columns = new();

        internal List<ListedUnit> Units { get; } = [];

        internal List<string> Ignored { get; private set; } = [];

        internal List<int> WithoutUnit { get; } = [];

        internal List<LineRefusal> Refusals { get; } = [];

        internal void Run(string text)
        {
            if (LineOfOpenQuotation(text) is { } line)
            {
                Refusals.Add(new LineRefusal(line, ListRefusals.IsMalformed()));
                return;
            }

            var isMalformed = false;
            var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = DelimiterOf(text), BadDataFound = _ => isMalformed = true };
            using var parser = new CsvParser(new StringReader(text), configuration);
            if (!parser.Read() || !TakeHeadings(parser))
            {
                if (Refusals.Count == 0)
                    Refusals.Add(new LineRefusal(1, ListRefusals.IsEmpty()));
                return;
            }

            while (Refusals.Count < RefusalsAtMost && parser.Read())
            {
                // The parser looks at a row only when it is asked for.
                var row = parser.Record!;
                if (isMalformed)
                    Refusals.Add(new LineRefusal(parser.RawRow, ListRefusals.IsMalformed()));
                else
                    Take(parser.RawRow, row);
                isMalformed = false;
            }

            if (Units.Count == 0 && Refusals.Count == 0)
                Refusals.Add(new LineRefusal(1, ListRefusals.IsEmpty()));
        }

        private bool TakeHeadings(CsvParser parser)
        {
            // What Excel puts before a list to tell itself the separator.
            if (parser.Record![0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && !parser.Read())
                return false;
            var (columns, refusal) = ListColumns.Read(parser.Record!);
            (_columns, Ignored) = (columns, columns.Ignored);
            if (refusal is not null)
                Refusals.Add(new LineRefusal(parser.RawRow, refusal));
            return refusal is null;
        }

        private void Take(int line, string[] row)
        {
            if (row.All(string.IsNullOrWhiteSpace))
                return;
            if (_columns.Name(row) is not { } written)
            {
                if (_columns.Code(row) is null && _columns.Parent(row) is not null)
                    WithoutUnit.Add(line);
                else
                    Refusals.Add(new LineRefusal(line, ListRefusals.IsMissing(_columns.NameHeading)));
                return;
            }

            var (name, levelOfName) = ListedName.Parse(written);
            if (Level(written, levelOfName, _columns.Level(row)) is not { } level)
            {
                Refusals.Add(new LineRefusal(line, LevelRefusal(written, levelOfName, _columns.Level(row))));
                return;
            }

            var given = _columns.Code(row);
            var code = CodeOf(given, level);
            if (given is not null && code is null)
                Refusals.Add(new LineRefusal(line, ListRefusals.CodeIsInvalid(_columns.CodeHeading, given, UnitTiers.CodeDigits(level))));
            Units.Add(new ListedUnit(line, name, level, code, code == given ? null : given, _columns.Parent(row)));
        }

        // Thành phố Hà Nội is a province, Thành phố Lạng Sơn a district: of that word the column decides.
        private UnitLevel? Level(string written, UnitLevel? ofName, string? column)
        {
            if (column is null)
                return _columns.HasLevel ? null : ofName;
            var level = ListedName.LevelOf(column);
            var isCity = level is UnitLevel.Province or UnitLevel.District && ListedName.Key(written).StartsWith(ListedName.Key("thành phố"), StringComparison.Ordinal);
            return ofName is null || ofName == level || isCity ? level : null;
        }

        private Refusal LevelRefusal(string written, UnitLevel? ofName, string? column) => column switch
        {
            null => _columns.HasLevel ? ListRefusals.IsMissing(_columns.LevelHeading) : ListRefusals.LevelIsNotStated(_columns.NameHeading),
            _ when ListedName.LevelOf(column) is null => ListRefusals.LevelIsUnknown(_columns.LevelHeading, column),
            _ => ListRefusals.LevelsConflict(_columns.LevelHeading, written, ofName is null ? written : column),
        };

        // Spreadsheets take leading zeros away, or put an apostrophe before them.
        private static string? CodeOf(string? given, UnitLevel level)
        {
            var digits = given?.TrimStart('\'');
            return digits is { Length: > 0 } && digits.Length <= UnitTiers.CodeDigits(level) && digits.All(char.IsAsciiDigit)
                ? digits.PadLeft(UnitTiers.CodeDigits(level), '0')
                : null;
        }

        // What is opened and never closed would take the rest of the file for one cell.
        private static int? LineOfOpenQuotation(string text)
        {
            var (line, opened) = (1, (int?)null);
            foreach (var letter in text)
            {
                if (letter == '"')
                    opened = opened is null ? line : null;
                else if (letter == '\n')
                    line++;
            }

            return opened;
        }

        private static string DelimiterOf(string text)
        {
            var quoted = false;
            var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
            foreach (var letter in text.AsSpan().TrimStart("\r\n"))
            {
                if (letter == '"')
                    quoted = !quoted;
                else if (letter is '\r' or '\n' && !quoted)
                    break;
                else if (!quoted && counts.TryGetValue(letter, out var count))
                    counts[letter] = count + 1;
            }

            return counts.MaxBy(count => count.Value).Key.ToString();
        }
    }
}
