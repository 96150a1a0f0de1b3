using Ntm.Domain.Refusals;
using Ntm.EventStore.Append;
using Ntm.Host.Access;
using Ntm.Host.Accounts;
using Ntm.Host.Database;

namespace Ntm.Host.CommandLine;

/// <summary>What a command needs of the world around it; tests give their own.</summary>
/// <param name="Variable">Environment variables.</param>
public sealed record CommandContext(TextWriter Output, TextWriter Error, Func<string, string?> Variable, TimeProvider Time, ILoggerFactory Logs, bool IsTerminal)
{
    /// <summary>Standard input, for what must not stand on a command line.</summary>
    public TextReader Input { get; init; } = Console.In;

    /// <summary>Standard output for what is no text.</summary>
    public Func<Stream> OpenBytes { get; init; } = Console.OpenStandardOutput;

    /// <summary>Without the record in memory: for accounts and what else asks nothing of it.</summary>
    internal Task<RecordSession> OpenUnreadAsync(CancellationToken cancellation) =>
        RecordSession.OpenAsync(DatabaseChoice.FromEnvironment(Variable), Logs, Time, isRead: false, cancellation);

    /// <summary>Who records: <c>local</c> while nobody has an account, from then on the office that NTM_TOKEN stands for.</summary>
    /// <param name="isTrial">Nothing will be recorded: nobody has to be known.</param>
    /// <returns>Null where there are accounts and no token that serves; why was told.</returns>
    internal async Task<Act?> ActAsync(RecordSession session, bool isTrial = false)
    {
        var caller = Caller.Local;
        if (!isTrial && !session.Accounts.Roll.IsEmpty)
        {
            var token = Variable("NTM_TOKEN");
            var known = string.IsNullOrWhiteSpace(token)
                ? null
                : await new Identification(session.Accounts, new Tokens(session.SigningKeys, Time), Time).OfTokenAsync(token.Trim());
            if (known is null)
            {
                var refusal = string.IsNullOrWhiteSpace(token) ? AccessRefusals.TokenMissing : AccessRefusals.TokenInvalid;
                await Error.WriteLineAsync($"{refusal.Code}: {refusal.Vietnamese} · {refusal.English}");
                return null;
            }

            caller = known;
        }

        return caller.ToAct("cli", correlation: null);
    }

    internal Task<RecordSession> OpenAsync(CancellationToken cancellation) =>
        RecordSession.OpenAsync(DatabaseChoice.FromEnvironment(Variable), Logs, Time, cancellation);
}
