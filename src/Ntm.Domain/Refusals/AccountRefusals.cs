using Ntm.Domain.Units;

namespace Ntm.Domain.Refusals;

/// <summary>Codes of what cannot be done to an account; docs/reference/refusals.md explains each.</summary>
public static class AccountRefusalCodes
{
    public const string Name = "account.name";
    public const string Exists = "account.exists";
    public const string Unknown = "account.unknown";
    public const string Closed = "account.closed";
    public const string Open = "account.open";
    public const string Password = "account.password";
    public const string Linked = "account.linked";
    public const string Person = "account.person";
    public const string Office = "account.office";
    public const string OfficeUnknown = "account.office_unknown";
    public const string Area = "account.area";
    public const string LastAdministrator = "account.last_administrator";
    public const string First = "account.first";

    public static IReadOnlyList<string> All { get; } =
        [Name, Exists, Unknown, Closed, Open, Password, Linked, Person, Office, OfficeUnknown, Area, LastAdministrator, First];
}

/// <summary>Sentences for what cannot be done to an account.</summary>
public static class AccountRefusals
{
    public static Refusal Exists(string name) => new(AccountRefusalCodes.Exists, "name",
        $"tên '{name}' đã dùng; tên tài khoản không bao giờ dùng lại",
        $"the name '{name}' is taken; names are never reused");

    public static Refusal Unknown(string name) => new(AccountRefusalCodes.Unknown, "name",
        $"không có tài khoản '{name}'",
        $"there is no account '{name}'");

    public static Refusal Closed { get; } = new(AccountRefusalCodes.Closed, null, "tài khoản đã đóng", "the account is closed already");

    public static Refusal Open { get; } = new(AccountRefusalCodes.Open, null, "tài khoản đang mở", "the account is open already");

    public static Refusal Linked(string name) => new(AccountRefusalCodes.Linked, "subject",
        $"người đó đã là tài khoản '{name}'",
        $"that person is the account '{name}' already");

    public static Refusal PersonMissing { get; } = new(AccountRefusalCodes.Person, "fullName", "chưa ghi họ tên", "no name is given");

    public static Refusal PersonUnknown { get; } = new(AccountRefusalCodes.Person, null, "không có tên nào được ghi", "no person was named");

    /// <param name="vietnamese">What the field takes.</param>
    public static Refusal Office(string field, string vietnamese, string english) => new(AccountRefusalCodes.Office, field, vietnamese, english);

    public static Refusal OfficeUnknown { get; } = new(AccountRefusalCodes.OfficeUnknown, "office",
        "tài khoản không giữ chức trách đó, hoặc chức trách đã chấm dứt trước ngày ấy",
        "the account holds no such office, or it ended before that day");

    /// <summary>Accounts are kept by whose area holds all they were ever given.</summary>
    public static Refusal Area(string name, UnitId area) => new(AccountRefusalCodes.Area, "name",
        $"tài khoản '{name}' có chức trách ngoài địa bàn '{area}': người quản trị của địa bàn rộng hơn mới được sửa",
        $"the account '{name}' holds or held an office outside '{area}': an administrator of a wider area keeps it");

    public static Refusal LastAdministrator { get; } = new(AccountRefusalCodes.LastAdministrator, null,
        "sau việc này không còn người quản trị nào của toàn bộ sổ: hãy giao cho người khác trước",
        "after this nobody would be administrator of the whole record: let somebody else be one first");

    public static Refusal First { get; } = new(AccountRefusalCodes.First, null,
        "người đầu tiên được tạo bằng `ntm user add`, hoặc NTM_FIRST_USER và NTM_FIRST_PASSWORD",
        "the first account is made with `ntm user add`, or NTM_FIRST_USER and NTM_FIRST_PASSWORD");
}
