using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Ntm.Domain.Entries;
using Ntm.Domain.Time;
using Ntm.Domain.Units;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Serving;

namespace Ntm.Host.OfficialLists;

/// <summary>Official lists over HTTP: compared here, confirmed by posting what they become (docs/reference/http.md).</summary>
internal static class ListEndpoints
{
    private const string Csv = "text/csv";

    internal static void MapOfficialLists(this IEndpointRouteBuilder routes) => routes.MapPost("/api/units/list", PostAsync)
        .WithMetadata(new RequestSizeLimitAttribute(Limits.ListBytes))
        .WithTimeLimit(TimeLimits.Body)
        .WithTags("Units")
        .WithKnownParametersOnly()
        .AddOpenApiOperationTransformer(DescribeBodyAsync)
        .Produces<ListAnswer>()
        .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
        .Produces<ProblemAnswer>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")
        .WithSummary("Hold an official list of units (CSV) against the record; records nothing");

    // Not through Accepts: routing would then answer another media type as if there were no such address.
    private static Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Csv] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The list, with headings; docs/reference/command-line.md" } },
            },
        };
        return Task.CompletedTask;
    }

    private static async Task<IResult> PostAsync(
        HttpContext context, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "under")] string? under,
        [FromQuery(Name = "basisNumber")] string? basisNumber, [FromQuery(Name = "basisDate")] string? basisDate,
        [FromQuery(Name = "basisIssuer")] string? basisIssuer, ListImport import, CancellationToken cancellation)
    {
        if (context.Request.GetTypedHeaders().ContentType?.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase) != true)
            return ProblemResult.MediaType(Csv);
        if (!VietnamCalendar.TryParseDay(on, out var day))
            return ProblemResult.Of(QuestionRefusals.Day("on"));
        if (!TryReadBasis(basisNumber, basisDate, basisIssuer, out var basis))
            return ProblemResult.Of(QuestionRefusals.Basis());
        UnitId? above = null;
        if (!string.IsNullOrEmpty(under))
        {
            if (!UnitId.TryParse(under, out var unit))
                return ProblemResult.Of(QuestionRefusals.UnitUnknown(under, 0));
            above = unit;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        var (answer, refusals, question) = await import.CompareAsync(ListFile.Read(body.ToArray()), new ListQuestion(day, above, basis), cancellation);
        if (question is not null)
            return ProblemResult.Of(question);
        return answer is null ? ProblemResult.Of(refusals) : TypedResults.Json(answer, AnswerJson.Written.ListAnswer);
    }

    /// <summary>All three or none.</summary>
    internal static bool TryReadBasis(string? number, string? date, string? issuer, out DocumentReference? basis)
    {
        basis = null;
        if (string.IsNullOrWhiteSpace(number) && string.IsNullOrWhiteSpace(date) && string.IsNullOrWhiteSpace(issuer))
            return true;
        if (string.IsNullOrWhiteSpace(number) || string.IsNullOrWhiteSpace(issuer) || !VietnamCalendar.TryParseDay(date, out var day))
            return false;
        basis = new DocumentReference(number.Trim().Normalize(), day, issuer.Trim().Normalize());
        return true;
    }
}
