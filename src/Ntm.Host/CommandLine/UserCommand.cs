using System.CommandLine;
using Ntm.Domain.Refusals;
using Ntm.Domain.Time;
using Ntm.Host.Accounts;
using Ntm.Host.Database;

namespace Ntm.Host.CommandLine;

/// <summary>
/// <c>ntm user …</c>: accounts and offices, for whoever holds the database. What it does is noted under the actor <c>operator</c>.
/// </summary>
internal static class UserCommand
{
    internal const string Operator = "operator";

    internal static Command Create(CommandContext context) => new("user", "Tài khoản và chức trách · accounts and offices")
    {
        Add(context),
        Office(context),
        EndOffice(context),
        UserListCommand.List(context),
        UserListCommand.Acts(context),
        Password(context),
        Person(context),
        UserChange(context, "erase-person", "Xoá tên người giữ tài khoản, không đụng mục ghi nào · erase the person's name, touching no entry",
            async (session, name, cancellation) => await session.AccountStore.ErasePersonAsync(Operator, name, cancellation) ? null : AccountRefusals.PersonUnknown),
        Link(context),
        UserChange(context, "close", "Đóng tài khoản: mọi phiên và mã chấm dứt · close an account: every session and token ends",
            async (session, name, cancellation) =>
                AccountKeeping.RefusalOf(await session.AccountStore.CloseAsync(Operator, name, Today(session), cancellation), AccountRefusals.Closed)),
        UserChange(context, "open", "Mở lại tài khoản, hoặc mở khoá · open an account again, or unlock it",
            async (session, name, cancellation) => await session.AccountStore.OpenAsync(Operator, name, cancellation) ? null : AccountRefusals.Open),
        RenewKey(context),
    };

    private static Command Add(CommandContext context)
    {
        var (name, office, person, password) = (NameArgument(), new OfficeOptions(), PersonOption(), PasswordOption());
        var command = new Command("add", "Thêm tài khoản với một chức trách · add an account with an office") { name, person, password };
        office.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            var account = AccountNames.Canonical(parsed.GetRequiredValue(name));
            if (!AccountNames.IsWellFormed(account))
                return await RefuseAsync(context, "account.name", AccountNames.Vietnamese, AccountNames.English);
            if (office.Read(parsed, Today(session)) is not { } held)
                return await office.RefuseAsync(context, parsed);
            if (await ReadPasswordAsync(context, parsed.GetValue(password), cancellation) is var given && given is not null && !SignIn.IsAcceptable(given))
                return await RefuseAsync(context, "account.password", AccountNames.PasswordVietnamese, AccountNames.PasswordEnglish);
            if (!await NewAccount.AddAsync(session.AccountStore, Operator, account, given, held, parsed.GetValue(person), cancellation))
                return await RefuseAsync(context, AccountRefusals.Exists(account));
            await WarnOfUnknownAreaAsync(context, session, held, cancellation);
            await context.Output.WriteLineAsync($"Đã thêm '{account}', {OfficeOptions.Describe(held)} · added");
            if (parsed.GetValue(password) is false)
                await context.Output.WriteLineAsync($"Chưa có mật khẩu: ntm user password {account}; mã cho chương trình: ntm token {account} · no password yet");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Office(CommandContext context)
    {
        var (name, office) = (NameArgument(), new OfficeOptions());
        var command = new Command("office", "Giao thêm một chức trách · give an account another office") { name };
        office.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            if (await FindAsync(context, session, parsed.GetRequiredValue(name)) is not { } account)
                return ExitCodes.Refused;
            if (office.Read(parsed, Today(session)) is not { } held)
                return await office.RefuseAsync(context, parsed);
            await session.AccountStore.GiveOfficeAsync(Operator, account.Name, held, cancellation);
            await WarnOfUnknownAreaAsync(context, session, held, cancellation);
            await context.Output.WriteLineAsync($"Đã giao '{account.Name}': {OfficeOptions.Describe(held)} · given");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command EndOffice(CommandContext context)
    {
        var name = NameArgument();
        var role = new Option<string>("--role") { Description = "Vai trò · the role", Required = true };
        var area = new Option<string?>("--area") { Description = "Địa bàn · the area" };
        var to = new Option<string?>("--to") { Description = "Ngày đầu tiên không còn giữ (mặc định hôm nay) · the first day it is held no longer" };
        var command = new Command("end-office", "Chấm dứt một chức trách · end an office") { name, role, area, to };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            if (await FindAsync(context, session, parsed.GetRequiredValue(name)) is not { } account)
                return ExitCodes.Refused;
            var day = Today(session);
            if (parsed.GetValue(to) is { } text && !VietnamCalendar.TryParseDay(text, out day))
                return await UsageAsync(context, "--to: YYYY-MM-DD");
            var ended = 0;
            foreach (var held in account.Offices.Where(held => OfficeOptions.Matches(held, parsed.GetRequiredValue(role), parsed.GetValue(area))))
            {
                var change = await session.AccountStore.EndOfficeAsync(Operator, account.Name, held.Id, day, Today(session), cancellation);
                if (change is AccountChange.LastAdministrator)
                    return await RefuseAsync(context, AccountRefusals.LastAdministrator);
                ended += change is AccountChange.Done ? 1 : 0;
            }

            await context.Output.WriteLineAsync($"Đã chấm dứt {ended} chức trách từ {VietnamCalendar.Format(day)} · ended {ended}");
            return ended > 0 ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    private static Command Password(CommandContext context)
    {
        var name = NameArgument();
        var command = new Command("password", "Đặt mật khẩu, đọc một dòng từ đầu vào; mọi phiên và mã chấm dứt · set a password, read from standard input") { name };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            if (await FindAsync(context, session, parsed.GetRequiredValue(name)) is not { } account)
                return ExitCodes.Refused;
            if (context.IsTerminal)
                await context.Error.WriteAsync("Mật khẩu · password: ");
            if (await ReadPasswordAsync(context, true, cancellation) is not { } password || !SignIn.IsAcceptable(password))
                return await RefuseAsync(context, "account.password", AccountNames.PasswordVietnamese, AccountNames.PasswordEnglish);
            await session.AccountStore.SetPasswordAsync(Operator, account.Name, SignIn.Hash(account.Name, password), cancellation);
            await context.Output.WriteLineAsync($"Đã đặt mật khẩu của '{account.Name}' · set");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Person(CommandContext context)
    {
        var (name, person) = (NameArgument(), new Argument<string>("person") { Description = "Họ tên · the person's name" });
        var contact = new Option<string?>("--contact") { Description = "Cách liên hệ · how to reach the person" };
        var command = new Command("person", "Ghi tên người giữ tài khoản, ở bảng riêng xoá được · name the person, in a table that can be erased") { name, person, contact };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            if (await FindAsync(context, session, parsed.GetRequiredValue(name)) is not { } account)
                return ExitCodes.Refused;
            await session.AccountStore.NamePersonAsync(Operator, account.Name, new Person(parsed.GetRequiredValue(person).Normalize(), parsed.GetValue(contact)?.Normalize()), cancellation);
            await context.Output.WriteLineAsync("Đã ghi · named");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Link(CommandContext context)
    {
        var name = NameArgument();
        var issuer = new Option<string>("--issuer") { Description = "iss của nhà cung cấp OpenID Connect · the provider's issuer", Required = true };
        var subject = new Option<string>("--subject") { Description = "sub của người đó · the person's subject there", Required = true };
        var command = new Command("link", "Cho đăng nhập qua nhà cung cấp bên ngoài · let somebody sign in through an outside provider") { name, issuer, subject };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            if (await FindAsync(context, session, parsed.GetRequiredValue(name)) is not { } account)
                return ExitCodes.Refused;
            var outside = new OutsideIdentity(parsed.GetRequiredValue(issuer), parsed.GetRequiredValue(subject));
            if (session.Accounts.Roll.Find(outside) is { } other && other.Name != account.Name)
                return await RefuseAsync(context, AccountRefusals.Linked(other.Name));
            await session.AccountStore.LinkAsync(Operator, account.Name, outside, cancellation);
            await context.Output.WriteLineAsync("Đã nối · linked");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command RenewKey(CommandContext context)
    {
        var command = new Command("renew-key", "Thay khoá ký: mọi mã truy cập đã cấp hết hiệu lực · renew the signing key: every token ends");
        command.SetAction(async (_, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            await session.SigningKeys.RenewAsync(cancellation);
            await context.Output.WriteLineAsync("Đã thay khoá · renewed");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command UserChange(
        CommandContext context, string word, string description, Func<RecordSession, string, CancellationToken, Task<Refusal?>> change)
    {
        var name = NameArgument();
        var command = new Command(word, description) { name };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            if (await FindAsync(context, session, parsed.GetRequiredValue(name)) is not { } account)
                return ExitCodes.Refused;
            var refusal = await change(session, account.Name, cancellation);
            if (refusal is { Code: AccountRefusalCodes.LastAdministrator })
                return await RefuseAsync(context, refusal);
            // What stands already is no failure of a script that is run again.
            await (refusal is null ? context.Output.WriteLineAsync("Xong · done") : context.Error.WriteLineAsync($"{refusal.Vietnamese} · {refusal.English}"));
            return ExitCodes.Done;
        });
        return command;
    }

    internal static Argument<string> NameArgument() => new("name") { Description = "Tên tài khoản, ví dụ vq-nn-01; không dùng tên người · the account's name, not a person's" };

    /// <returns>Null where there is none; that was told.</returns>
    internal static async Task<Account?> FindAsync(CommandContext context, RecordSession session, string name)
    {
        if (session.Accounts.Roll.Find(AccountNames.Canonical(name)) is { } account)
            return account;
        await RefuseAsync(context, AccountRefusals.Unknown(name));
        return null;
    }

    private static Task<int> RefuseAsync(CommandContext context, Refusal refusal) => RefuseAsync(context, refusal.Code, refusal.Vietnamese, refusal.English);

    internal static async Task<int> RefuseAsync(CommandContext context, string code, string vietnamese, string english)
    {
        await context.Error.WriteLineAsync($"{code}: {vietnamese} · {english}");
        return ExitCodes.Refused;
    }

    private static async Task<int> UsageAsync(CommandContext context, string sentence)
    {
        await context.Error.WriteLineAsync(sentence);
        return ExitCodes.Usage;
    }

    // Never from the command line, which other users of the machine can see.
    private static async Task<string?> ReadPasswordAsync(CommandContext context, bool fromInput, CancellationToken cancellation) =>
        fromInput ? (await context.Input.ReadLineAsync(cancellation))?.TrimEnd('\r') : null;

    private static Option<string?> PersonOption() => new("--person") { Description = "Họ tên người giữ tài khoản, ghi ở bảng riêng · the person's name, kept apart" };

    private static Option<bool> PasswordOption() => new("--password-stdin") { Description = "Đọc mật khẩu từ đầu vào · read a password from standard input" };

    private static DateOnly Today(RecordSession session) => VietnamCalendar.DayOf(session.Time.GetUtcNow());

    // The office of an area that is still to be recorded must be given to somebody first.
    private static async Task WarnOfUnknownAreaAsync(CommandContext context, RecordSession session, HeldOffice held, CancellationToken cancellation)
    {
        if (held.Office.Area is { } area && !await session.AccountStore.KnowsAreaAsync(area, cancellation))
            await context.Error.WriteLineAsync($"Sổ chưa có đơn vị '{area}': chức trách có hiệu lực khi đơn vị được ghi · the record knows no unit '{area}' yet");
    }
}
