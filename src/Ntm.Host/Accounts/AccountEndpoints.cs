using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Ntm.Domain.Refusals;
using Ntm.Host.Access;
using Ntm.Host.Problems;
using Ntm.Host.Questions;

namespace Ntm.Host.Accounts;

/// <summary>Accounts over HTTP, for administrators (docs/reference/http.md).</summary>
internal static class AccountEndpoints
{
    private const int ActsShown = 200;

    internal static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/api/accounts").WithTags("Accounts");
        accounts.MapGet("", List).WithKnownParametersOnly().Produces<IReadOnlyList<AccountAnswer>>()
            .WithSummary("Accounts all of whose offices lie in the administrator's area");
        accounts.MapPost("", AddAsync).Takes<AccountBody>().Described<AccountAnswer>(StatusCodes.Status201Created).WithSummary("Add an account with its first office");
        accounts.MapPost("/{name}/offices", GiveOfficeAsync).Takes<OfficeBody>().Described<AccountAnswer>(StatusCodes.Status201Created).WithSummary("Give an office");
        accounts.MapPost("/{name}/offices/{office}/end", EndOfficeAsync).Takes<EndBody>().Described<AccountAnswer>().WithSummary("End an office");
        accounts.MapPost("/{name}/password", SetPasswordAsync).Takes<PasswordBody>().Described<AccountAnswer>().WithSummary("Set a password; every session and token ends");
        accounts.MapPost("/{name}/close", CloseAsync).Described<AccountAnswer>().WithSummary("Close the account; every session and token ends");
        accounts.MapPost("/{name}/open", OpenAsync).Described<AccountAnswer>().WithSummary("Open a closed account again");
        accounts.MapPost("/{name}/person", NamePersonAsync).Takes<PersonBody>().Described<AccountAnswer>().WithSummary("Name the person, apart from the record");
        accounts.MapDelete("/{name}/person", ErasePersonAsync).Described<AccountAnswer>().WithSummary("Erase the person; the account and its entries stay");
        accounts.MapGet("/{name}/acts", ActsAsync).Described<IReadOnlyList<AccountActAnswer>>().WithSummary("What was done to the account, the newest first");
    }

    private static JsonHttpResult<IReadOnlyList<AccountAnswer>> List(HttpContext context, AccountKeeping keeping, TimeProvider time)
    {
        NotKept(context);
        var now = time.GetUtcNow();
        return TypedResults.Json<IReadOnlyList<AccountAnswer>>([.. keeping.Of(context.Caller()).Select(account => AccountAnswer.Of(account, now))], AnswerJson.Written.IReadOnlyListAccountAnswer);
    }

    private static async Task<IResult> AddAsync(HttpContext context, AccountKeeping keeping, TimeProvider time, CancellationToken cancellation)
    {
        if (await ReadAsync(context, AnswerJson.Written.AccountBody, cancellation) is not { } body)
            return Unreadable;
        var office = (body.Office ?? new OfficeBody(null)).ToText();
        var refusal = await keeping.AddAsync(context.Caller(), body.Name, office, body.Person, body.Password, cancellation);
        return Answer(context, keeping, time, AccountNames.Canonical(body.Name ?? ""), refusal, StatusCodes.Status201Created);
    }

    private static async Task<IResult> GiveOfficeAsync(HttpContext context, AccountKeeping keeping, TimeProvider time, string name, CancellationToken cancellation) =>
        await ReadAsync(context, AnswerJson.Written.OfficeBody, cancellation) is { } body
            ? Answer(context, keeping, time, name, await keeping.GiveOfficeAsync(context.Caller(), name, body.ToText(), cancellation), StatusCodes.Status201Created)
            : Unreadable;

    private static async Task<IResult> EndOfficeAsync(
        HttpContext context, AccountKeeping keeping, TimeProvider time, string name, string office, CancellationToken cancellation) =>
        await ReadAsync(context, AnswerJson.Written.EndBody, cancellation) is { } body
            ? Answer(context, keeping, time, name, await keeping.EndOfficeAsync(context.Caller(), name, office, body.To, cancellation))
            : Unreadable;

    private static async Task<IResult> SetPasswordAsync(HttpContext context, AccountKeeping keeping, TimeProvider time, string name, CancellationToken cancellation) =>
        await ReadAsync(context, AnswerJson.Written.PasswordBody, cancellation) is { } body
            ? Answer(context, keeping, time, name, await keeping.SetPasswordAsync(context.Caller(), name, body.Password, cancellation))
            : Unreadable;

    private static async Task<IResult> CloseAsync(HttpContext context, AccountKeeping keeping, TimeProvider time, string name, CancellationToken cancellation) =>
        Answer(context, keeping, time, name, await keeping.CloseAsync(context.Caller(), name, cancellation));

    private static async Task<IResult> OpenAsync(HttpContext context, AccountKeeping keeping, TimeProvider time, string name, CancellationToken cancellation) =>
        Answer(context, keeping, time, name, await keeping.OpenAsync(context.Caller(), name, cancellation));

    private static async Task<IResult> NamePersonAsync(HttpContext context, AccountKeeping keeping, TimeProvider time, string name, CancellationToken cancellation) =>
        await ReadAsync(context, AnswerJson.Written.PersonBody, cancellation) is { } body
            ? Answer(context, keeping, time, name, await keeping.NamePersonAsync(context.Caller(), name, body.FullName, body.Contact, cancellation))
            : Unreadable;

    private static async Task<IResult> ErasePersonAsync(HttpContext context, AccountKeeping keeping, TimeProvider time, string name, CancellationToken cancellation) =>
        Answer(context, keeping, time, name, await keeping.ErasePersonAsync(context.Caller(), name, cancellation));

    private static async Task<IResult> ActsAsync(HttpContext context, AccountKeeping keeping, string name, CancellationToken cancellation)
    {
        NotKept(context);
        if (keeping.Find(context.Caller(), name) is { Refusal: { } refusal })
            return Refused(refusal);
        var acts = await keeping.ActsAsync(name, ActsShown, cancellation);
        return TypedResults.Json<IReadOnlyList<AccountActAnswer>>([.. acts.Select(AccountActAnswer.Of)], AnswerJson.Written.IReadOnlyListAccountActAnswer);
    }

    private static IResult Answer(
        HttpContext context, AccountKeeping keeping, TimeProvider time, string name, Refusal? refusal, int status = StatusCodes.Status200OK)
    {
        NotKept(context);
        var found = keeping.Find(context.Caller(), name);
        return (refusal ?? found.Refusal) is { } why
            ? Refused(why)
            : TypedResults.Json(AccountAnswer.Of(found.Value!, time.GetUtcNow()), AnswerJson.Written.AccountAnswer, statusCode: status);
    }

    private static ProblemResult Refused(Refusal refusal) => refusal.Code switch
    {
        AccountRefusalCodes.Unknown => new(StatusCodes.Status404NotFound, refusal),
        AccountRefusalCodes.Area or AccountRefusalCodes.First or AccessRefusalCodes.Area => new(StatusCodes.Status403Forbidden, refusal),
        _ => new(StatusCodes.Status422UnprocessableEntity, refusal),
    };

    private static ProblemResult Unreadable => ProblemResult.OfBareStatus(StatusCodes.Status400BadRequest);

    // Not bound as a parameter: routing would then refuse a body of another type before anybody is asked who he is.
    private static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type, CancellationToken cancellation) where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Names of persons stand in it.
    private static void NotKept(HttpContext context) => context.Response.Headers.CacheControl = "no-store";

    private static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route) => route.AddOpenApiOperationTransformer(async (operation, context, cancellation) =>
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellation) },
            },
        });

    private static RouteHandlerBuilder Described<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) => route
        .WithKnownParametersOnly()
        .Produces<T>(status)
        .Produces<ProblemAnswer>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");
}
