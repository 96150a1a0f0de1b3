using System.CommandLine;
using Ntm.Host.Tables;

namespace Ntm.Host.CommandLine;

/// <summary>What is said once of a table, and how its doubts are settled.</summary>
internal sealed class TableOptions
{
    private readonly Option<string?> _unit = One("--unit", "Đơn vị có các xã trong bảng · the unit whose communes the table holds");
    private readonly Option<string?> _on = One("--on", "Ngày kết quả có hiệu lực YYYY-MM-DD · the day the findings take effect");
    private readonly Option<string?> _set = One("--set", "Bộ tiêu chí (mặc định: bộ có hiệu lực ngày đó) · the criteria set");
    private readonly Option<string?> _assessedBy = One("--assessed-by", "commune | district | province | inspection | audit");
    private readonly Option<string?> _basisNumber = One("--basis-number", "Số hiệu văn bản · number of the document");
    private readonly Option<string?> _basisDate = One("--basis-date", "Ngày văn bản · date of the document");
    private readonly Option<string?> _basisIssuer = One("--basis-issuer", "Nơi ban hành · issuer of the document");
    private readonly Option<string[]> _marks = Many("--mark", "Nghĩa của ký hiệu, ví dụ \"x=attained\" · what a mark means");
    private readonly Option<string[]> _matches = Many("--match", "Tên hoặc ô là đơn vị nào, ví dụ \"Vân Mông=van-quan.van-mong\", \"B9=-\" · the unit a name or cell stands for");
    private readonly Option<string[]> _sheets = Many("--sheet", "Trang là của đơn vị nào, ví dụ \"Biểu 1=van-quan\", \"Nháp=-\" · the unit a sheet holds");
    private readonly Option<string[]> _without = Many("--without", "Xã biết là không có trong bảng · a commune known not to be in the table");
    private readonly Option<string[]> _accepted = Many("--accept", "Ô tổng biết là sai · a total known to be wrong");
    private readonly Option<bool> _includeHidden = new("--include-hidden") { Description = "Đọc cả hàng, cột, trang bị ẩn · read what is hidden as well" };

    internal void AddTo(Command command)
    {
        foreach (var option in new Option[] { _unit, _on, _set, _assessedBy, _basisNumber, _basisDate, _basisIssuer, _marks, _matches, _sheets, _without, _accepted, _includeHidden })
            command.Options.Add(option);
    }

    internal TableText Read(ParseResult parsed) => new()
    {
        Unit = parsed.GetValue(_unit), On = parsed.GetValue(_on), Set = parsed.GetValue(_set), AssessedBy = parsed.GetValue(_assessedBy),
        BasisNumber = parsed.GetValue(_basisNumber), BasisDate = parsed.GetValue(_basisDate), BasisIssuer = parsed.GetValue(_basisIssuer),
        Marks = parsed.GetValue(_marks) ?? [], Matches = parsed.GetValue(_matches) ?? [], Sheets = parsed.GetValue(_sheets) ?? [],
        Without = parsed.GetValue(_without) ?? [], Accepted = parsed.GetValue(_accepted) ?? [], IncludeHidden = parsed.GetValue(_includeHidden),
    };

    private static Option<string?> One(string name, string description) => new(name) { Description = description };

    private static Option<string[]> Many(string name, string description) => new(name) { Description = description };
}
