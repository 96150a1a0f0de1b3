using System.CommandLine;
using System.Globalization;
using Ntm.Domain.Access;
using Ntm.Domain.Time;
using Spectre.Console;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm user list</c>, <c>ntm user acts</c>: who may sign in as what, and what was done to accounts by whom.</summary>
internal static class UserListCommand
{
    private const int ActsShown = 200;

    internal static Command List(CommandContext context)
    {
        var command = new Command("list", "Các tài khoản và chức trách · accounts and their offices");
        command.SetAction(async (_, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            var table = new Table().AddColumns("Tài khoản", "Người", "Vai trò", "Địa bàn", "Tiêu chí", "Cơ quan", "Từ", "Đến trước", "Tình trạng");
            foreach (var account in session.Accounts.Roll.All)
            {
                var state = account.IsClosed ? "đã đóng" : account.LockedUntil > session.Time.GetUtcNow() ? "đang khoá" : account.PasswordHash is null ? "không mật khẩu" : "";
                foreach (var held in account.Offices.DefaultIfEmpty())
                {
                    table.AddRow(
                        [account.Name, account.Person?.FullName ?? "", held is null ? "" : Roles.Names.NameOf(held.Office.Role),
                            held is null ? "" : held.Office.Area?.Value ?? "all", string.Join(",", held?.Office.Criteria ?? []), held?.Office.Name ?? "",
                            held is null ? "" : VietnamCalendar.Format(held.From), held?.To is { } to ? VietnamCalendar.Format(to) : "", state]);
                }
            }

            TerminalTable.Write(context, table);
            return ExitCodes.Done;
        });
        return command;
    }

    internal static Command Acts(CommandContext context)
    {
        var name = new Argument<string?>("name") { Description = "Chỉ của tài khoản này · of this account only", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("acts", "Đã làm gì với tài khoản, ai làm; mới nhất trước · what was done to accounts, by whom") { name };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            foreach (var act in await session.AccountStore.ActsAsync(parsed.GetValue(name), ActsShown, cancellation))
                await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{RecordTime.Format(act.At)}\t{act.Actor}\t{act.Account}\t{act.What}\t{act.Detail}"));
            return ExitCodes.Done;
        });
        return command;
    }
}
