using System.Text.Json;
using System.Text.Json.Serialization;
using Ntm.Domain.Access;
using Ntm.Domain.Time;

namespace Ntm.Host.Accounts;

/// <summary>An account as an administrator reads it.</summary>
/// <param name="IsLocked">After wrong passwords, for a while.</param>
/// <param name="HasPassword">Without one it is entered through the outside provider, or with a token.</param>
internal sealed record AccountAnswer(
    string Name, string CreatedAt, [property: JsonPropertyName("closed")] bool IsClosed, [property: JsonPropertyName("locked")] bool IsLocked,
    bool HasPassword, [property: JsonPropertyName("linked")] bool IsLinked, PersonAnswer? Person, IReadOnlyList<HeldOfficeAnswer> Offices)
{
    internal static AccountAnswer Of(Account account, DateTimeOffset now) => new(
        account.Name, RecordTime.Format(account.CreatedAt), account.IsClosed, account.LockedUntil > now, account.PasswordHash is not null, account.Outside is not null,
        account.Person is { } person ? new PersonAnswer(person.FullName, person.Contact) : null,
        [.. account.Offices.Select(held => new HeldOfficeAnswer(
            held.Id, Roles.Names.NameOf(held.Office.Role), held.Office.Area?.Value, held.Office.Criteria, held.Office.Name, held.From, held.To))]);
}

internal sealed record PersonAnswer(string FullName, string? Contact);

/// <param name="Area">Null for the whole record.</param>
/// <param name="To">The first day it is held no longer.</param>
internal sealed record HeldOfficeAnswer(Guid Id, string Role, string? Area, IReadOnlyList<int> Criteria, string? Name, DateOnly From, DateOnly? To);

internal sealed record AccountActAnswer(string At, string Actor, string Account, string What, JsonElement? Detail)
{
    internal static AccountActAnswer Of(AccountAct act) => new(
        RecordTime.Format(act.At), act.Actor, act.Account, act.What, act.Detail is { } detail ? JsonElement.Parse(detail) : null);
}

/// <summary>An office to be given.</summary>
/// <param name="Area">A unit; null or <c>all</c> for the whole record.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OfficeBody(
    string? Role, string? Area = null, IReadOnlyList<int>? Criteria = null, string? Name = null, string? From = null, string? To = null)
{
    internal OfficeText ToText() => new(Role, Area, Criteria is null ? null : string.Join(',', Criteria), Name, From, To);
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AccountBody(string? Name, OfficeBody? Office, string? Person = null, string? Password = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EndBody(string? To = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PasswordBody(string? Password);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PersonBody(string? FullName, string? Contact = null);
