using Ntm.Domain.Refusals;
using Ntm.Projections.OfficialLists;

namespace Ntm.Host.OfficialLists;

/// <summary>Where a list has what, by its headings: Vietnamese or English, with or without marks, as the statistics office and others write them.</summary>
internal sealed class ListColumns
{
    private static readonly Dictionary<string, Meaning> Meanings = new(StringComparer.Ordinal)
    {
        ["ten"] = Meaning.Name, ["tendonvi"] = Meaning.Name, ["tendonvihanhchinh"] = Meaning.Name, ["name"] = Meaning.Name,
        ["phuongxa"] = Meaning.Name, ["xaphuong"] = Meaning.Name, ["xaphuongthitran"] = Meaning.Name, ["xa"] = Meaning.Name, ["tenxa"] = Meaning.Name,
        ["ma"] = Meaning.Code, ["madonvi"] = Meaning.Code, ["madonvihanhchinh"] = Meaning.Code, ["code"] = Meaning.Code,
        ["mapx"] = Meaning.Code, ["maxa"] = Meaning.Code, ["maphuongxa"] = Meaning.Code,
        ["cap"] = Meaning.Level, ["loai"] = Meaning.Level, ["loaidonvi"] = Meaning.Level, ["level"] = Meaning.Level,
        ["quanhuyen"] = Meaning.District, ["huyen"] = Meaning.District, ["tenhuyen"] = Meaning.District, ["district"] = Meaning.District,
        ["maqh"] = Meaning.DistrictCode, ["mahuyen"] = Meaning.DistrictCode, ["maquanhuyen"] = Meaning.DistrictCode, ["districtcode"] = Meaning.DistrictCode,
        ["tinhthanhpho"] = Meaning.Province, ["tinh"] = Meaning.Province, ["tentinh"] = Meaning.Province, ["province"] = Meaning.Province,
        ["matp"] = Meaning.ProvinceCode, ["matinh"] = Meaning.ProvinceCode, ["matinhthanhpho"] = Meaning.ProvinceCode, ["provincecode"] = Meaning.ProvinceCode,
        ["captren"] = Meaning.Parent, ["donvicaptren"] = Meaning.Parent, ["tructhuoc"] = Meaning.Parent, ["parent"] = Meaning.Parent,
        ["macaptren"] = Meaning.ParentCode, ["matphuyen"] = Meaning.ParentCode, ["parentcode"] = Meaning.ParentCode,
    };

    private readonly Dictionary<Meaning, (int Index, string Heading)> _columns = [];

    private enum Meaning
    {
        Name, Code, Level, District, DistrictCode, Province, ProvinceCode, Parent, ParentCode,
    }

    /// <summary>Headings of columns that say nothing a list is compared by.</summary>
    internal List<string> Ignored { get; } = [];

    internal bool HasLevel => _columns.ContainsKey(Meaning.Level);

    internal string NameHeading => Heading(Meaning.Name);

    internal string CodeHeading => Heading(Meaning.Code);

    internal string LevelHeading => Heading(Meaning.Level);

    /// <returns>The columns, or what is wrong with the headings.</returns>
    internal static (ListColumns Columns, Refusal? Refusal) Read(string[] headings)
    {
        var columns = new ListColumns();
        for (var index = 0; index < headings.Length; index++)
        {
            var heading = ListedName.Composed(headings[index]);
            if (!Meanings.TryGetValue(ListedName.ToSlug(heading).Replace("-", "", StringComparison.Ordinal), out var meaning))
            {
                if (heading.Length > 0)
                    columns.Ignored.Add(heading);
            }
            else if (!columns._columns.TryAdd(meaning, (index, heading)))
            {
                return (columns, ListRefusals.ColumnTwice(columns._columns[meaning].Heading, heading));
            }
        }

        columns.NameTheLowestTier();
        return (columns, columns._columns.ContainsKey(Meaning.Name) ? null : ListRefusals.ColumnMissing("Tên", "name"));
    }

    internal string? Name(string[] row) => Cell(row, Meaning.Name);

    internal string? Code(string[] row) => Cell(row, Meaning.Code);

    internal string? Level(string[] row) => Cell(row, Meaning.Level);

    /// <summary>The nearest unit above that the row names.</summary>
    internal ListedParent? Parent(string[] row)
    {
        var province = Named(row, Meaning.Province, Meaning.ProvinceCode, UnitTier.Province, null);
        var district = Named(row, Meaning.District, Meaning.DistrictCode, UnitTier.District, province);
        return Named(row, Meaning.Parent, Meaning.ParentCode, null, province) ?? district ?? province;
    }

    // A list of districts has them in its column of districts, without one of communes.
    private void NameTheLowestTier()
    {
        foreach (var (name, code) in (ReadOnlySpan<(Meaning, Meaning)>)[(Meaning.District, Meaning.DistrictCode), (Meaning.Province, Meaning.ProvinceCode)])
        {
            if (_columns.ContainsKey(Meaning.Name) || !_columns.Remove(name, out var column))
                continue;
            _columns[Meaning.Name] = column;
            if (!_columns.ContainsKey(Meaning.Code) && _columns.Remove(code, out var coded))
                _columns[Meaning.Code] = coded;
        }
    }

    private ListedParent? Named(string[] row, Meaning name, Meaning code, UnitTier? tier, ListedParent? above)
    {
        var (written, coded) = (Cell(row, name), Cell(row, code));
        if (written is null && coded is null)
            return null;
        var level = written is null ? null : ListedName.Parse(written).Level;
        return new ListedParent(
            Heading(written is null ? code : name), written, coded, tier ?? (level is { } said ? UnitTiers.Of(said) : null), above);
    }

    private string Heading(Meaning meaning) => _columns.TryGetValue(meaning, out var column) ? column.Heading : meaning.ToString();

    private string? Cell(string[] row, Meaning meaning) =>
        _columns.TryGetValue(meaning, out var column) && column.Index < row.Length && ListedName.Composed(row[column.Index]) is { Length: > 0 } cell ? cell : null;
}
