using Ntm.Domain.Units;

namespace Ntm.Domain.Refusals;

/// <summary>Codes of what an office may not do; docs/reference/refusals.md explains each.</summary>
public static class AccessRefusalCodes
{
    public const string SignIn = "access.sign_in";
    public const string TokenInvalid = "access.token_invalid";
    public const string TokenMissing = "access.token_missing";
    public const string NoOffice = "access.no_office";
    public const string Role = "access.role";
    public const string CrossSite = "access.cross_site";
    public const string NoRule = "access.no_rule";
    public const string Area = "access.area";
    public const string Level = "access.level";
    public const string Criterion = "access.criterion";
    public const string FourEyes = "access.four_eyes";
    public const string NotRecorder = "access.not_recorder";
    public const string AuditFinding = "access.audit_finding";

    public static IReadOnlyList<string> All { get; } =
        [SignIn, TokenInvalid, TokenMissing, NoOffice, Role, CrossSite, NoRule, Area, Level, Criterion, FourEyes, NotRecorder, AuditFinding];
}

/// <summary>Sentences for what an office may not do.</summary>
public static class AccessRefusals
{
    public static Refusal SignIn { get; } = new(AccessRefusalCodes.SignIn, null,
        "Cần đăng nhập: mở /sign-in, hoặc gửi Authorization: Bearer với mã do `ntm token` cấp.",
        "Sign in: open /sign-in, or send Authorization: Bearer with what `ntm token` gives.");

    public static Refusal TokenInvalid { get; } = new(AccessRefusalCodes.TokenInvalid, "Authorization",
        "Mã truy cập không dùng được: hết hạn, bị sửa, không phải của sổ này, hoặc tài khoản đã thay đổi. Hãy xin mã mới bằng `ntm token`.",
        "The token does not serve: it has expired, was altered, is not of this record, or the account has changed. Get a new one with `ntm token`.");

    public static Refusal TokenMissing { get; } = new(AccessRefusalCodes.TokenMissing, "NTM_TOKEN",
        "Đã có tài khoản: lệnh ghi vào sổ cần biết ai ghi, với chức trách nào. Đặt NTM_TOKEN bằng mã do `ntm token TÊN` cấp.",
        "There are accounts: a command that records has to know who does, as which office. Set NTM_TOKEN to what `ntm token NAME` gives.");

    public static Refusal NoOffice { get; } = new(AccessRefusalCodes.NoOffice, null,
        "Tài khoản hôm nay không giữ chức trách nào. Người quản trị giao bằng `ntm user office`.",
        "The account holds no office today. An administrator gives one with `ntm user office`.");

    public static Refusal Role(string role) => new(AccessRefusalCodes.Role, null,
        $"Vai trò '{role}' không được làm việc này.",
        $"The role '{role}' may not do this.");

    public static Refusal CrossSite { get; } = new(AccessRefusalCodes.CrossSite, null,
        "Yêu cầu đến từ một trang khác, không phải trang của sổ này; không có gì được thực hiện.",
        "The request comes from another site's page, not from this one's; nothing was done.");

    public static Refusal NoRule { get; } = new(AccessRefusalCodes.NoRule, null,
        "Địa chỉ này chưa có quy tắc truy cập, nên không ai được dùng.",
        "This address has no rule of access, so nobody may use it.");

    public static Refusal MayNotRecord(string role, string type, string? assessedBy) => new(AccessRefusalCodes.Role, assessedBy is null ? "type" : "assessedBy",
        assessedBy is null ? $"Vai trò '{role}' không ghi loại '{type}'." : $"Vai trò '{role}' không ghi loại '{type}' với cấp đánh giá '{assessedBy}'.",
        assessedBy is null ? $"The role '{role}' does not record '{type}'." : $"The role '{role}' does not record '{type}' as assessed by '{assessedBy}'.");

    public static Refusal Area(UnitId unit, UnitId area, string field) => new(AccessRefusalCodes.Area, field,
        $"Đơn vị '{unit}' không thuộc địa bàn '{area}' của chức trách đang dùng.",
        $"The unit '{unit}' does not lie in '{area}', the area of the office in use.");

    public static Refusal OwnArea(UnitId area) => new(AccessRefusalCodes.Area, "unit",
        $"'{area}' là chính địa bàn của chức trách đang dùng: việc nó thuộc đâu, là cấp nào, còn hay hết thì cơ quan cấp trên ghi.",
        $"'{area}' is the very area of the office in use: where it lies, of what level it is and whether it ends, an office above records.");

    /// <summary>For what concerns the whole record.</summary>
    public static Refusal WholeRecord(UnitId area) => new(AccessRefusalCodes.Area, null,
        $"Việc này thuộc toàn bộ sổ; chức trách đang dùng chỉ có địa bàn '{area}'.",
        $"This concerns the whole record; the office in use covers '{area}' only.");

    public static Refusal EvidenceArea(UnitId area) => new(AccessRefusalCodes.Area, "sha256",
        $"Không mục ghi nào thuộc địa bàn '{area}' dẫn đến tệp này, và tệp không do tài khoản này nộp.",
        $"No entry in '{area}' rests on this file, and this account did not hand it in.");

    public static Refusal Level(string assessedBy, UnitId area) => new(AccessRefusalCodes.Level, "assessedBy",
        $"Cấp đánh giá '{assessedBy}' cần địa bàn cao hơn '{area}'.",
        $"What is of the level '{assessedBy}' takes an area higher than '{area}'.");

    public static Refusal Criterion(int criterion) => new(AccessRefusalCodes.Criterion, "criterion",
        $"Tiêu chí {criterion} không thuộc các tiêu chí mà cơ quan này phụ trách.",
        $"Criterion {criterion} is not one this office is in charge of.");

    public static Refusal FourEyes(UnitId unit, int criterion, string recordedAs) => new(AccessRefusalCodes.FourEyes, "assessedBy",
        $"Chính tài khoản này đã ghi kết quả cấp '{recordedAs}' của tiêu chí {criterion}, đơn vị '{unit}': người ghi không thẩm tra, người thẩm tra không thẩm định. Hãy để người khác ghi.",
        $"This account itself recorded the finding by '{recordedAs}' on criterion {criterion} of '{unit}': who recorded does not verify, who verified does not appraise. Let somebody else record it.");

    public static Refusal NotRecorder(Guid entry) => new(AccessRefusalCodes.NotRecorder, "entry",
        $"Mục ghi {entry:D} do cơ quan khác ghi: chỉ cơ quan đó hoặc cơ quan cấp trên của nó được rút lại hay đính chính.",
        $"The entry {entry:D} was recorded by another office: only that one, or one above it, may retract or correct it.");

    public static Refusal AuditFinding(Guid entry) => new(AccessRefusalCodes.AuditFinding, "entry",
        $"Mục ghi {entry:D} là phát hiện của kiểm toán: không ai ngoài kiểm toán được rút lại hay đính chính.",
        $"The entry {entry:D} is an audit's finding: nobody but the auditors may retract or correct it.");
}
