using System.CommandLine;
using Ntm.Domain.Time;
using Ntm.Host.Accounts;

namespace Ntm.Host.CommandLine;

/// <summary><c>ntm token NAME</c>: a bearer token for a program, printed alone on one line.</summary>
internal static class TokenCommand
{
    private const int Hours = 12;
    private const int MostHours = 24 * 31;

    internal static Command Create(CommandContext context)
    {
        var name = UserCommand.NameArgument();
        var hours = new Option<int>("--hours") { Description = $"Hiệu lực bao nhiêu giờ (mặc định {Hours}) · how many hours it serves", DefaultValueFactory = _ => Hours };
        var client = new Option<string?>("--client") { Description = "Tên chương trình dùng mã, ghi cạnh mỗi mục · the program it is for, kept beside every entry" };
        var role = new Option<string?>("--role") { Description = "Chức trách nào, nếu giữ nhiều · which office, of several" };
        var area = new Option<string?>("--area") { Description = "Địa bàn của chức trách đó · its area" };
        var command = new Command("token", "Cấp mã truy cập ngắn hạn cho chương trình · give a program a short-lived token") { name, hours, client, role, area };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await context.OpenUnreadAsync(cancellation);
            if (await UserCommand.FindAsync(context, session, parsed.GetRequiredValue(name)) is not { } account)
                return ExitCodes.Refused;
            if (parsed.GetValue(hours) is < 1 or > MostHours)
            {
                await context.Error.WriteLineAsync($"--hours: 1 – {MostHours}");
                return ExitCodes.Usage;
            }

            if (account.IsClosed)
                return await UserCommand.RefuseAsync(context, "account.closed", $"tài khoản '{account.Name}' đã đóng", $"the account '{account.Name}' is closed");
            var today = VietnamCalendar.DayOf(context.Time.GetUtcNow());
            var held = account.HeldOn(today).Where(office => parsed.GetValue(role) is not { } wanted || OfficeOptions.Matches(office, wanted, parsed.GetValue(area))).ToList();
            if (held is not [var office])
            {
                return await UserCommand.RefuseAsync(context, "access.no_office",
                    $"hôm nay tài khoản giữ {held.Count} chức trách như vậy; nêu --role và --area", $"the account holds {held.Count} such offices today; name --role and --area");
            }

            var (token, id) = await new Tokens(session.SigningKeys, context.Time).GiveAsync(
                account, office, parsed.GetValue(client), TimeSpan.FromHours(parsed.GetValue(hours)), cancellation);
            await session.AccountStore.NoteTokenAsync(UserCommand.Operator, account.Name, id, cancellation);
            await context.Output.WriteLineAsync(token);
            return ExitCodes.Done;
        });
        return command;
    }
}
