using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Ntm.Domain.Units;
using Ntm.Host.Access;
using Ntm.Host.Problems;
using Ntm.Host.Questions;
using Ntm.Host.Recording;
using Ntm.Host.Serving;
using Ntm.Host.Sheets;
using Ntm.Projections.Tables;

namespace Ntm.Host.Tables;

/// <summary>Tables over HTTP (docs/reference/tables.md).</summary>
internal static class TableEndpoints
{
    internal static void MapTables(this IEndpointRouteBuilder routes)
    {
        var tables = routes.MapGroup("/api/tables").WithTags("Tables");
        tables.MapPost("", PostAsync)
            .WithTimeLimit(TimeLimits.Body)
            .WithKnownParametersOnly()
            .AddOpenApiOperationTransformer(DescribeBodyAsync)
            .Produces<TableAnswer>()
            .Produces<TableAnswer>(StatusCodes.Status201Created)
            .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")
            .WithSummary("Record a workbook of communes × criteria, all or nothing; or only show what would be recorded");
        tables.MapGet("/template", TemplateAsync)
            .WithKnownParametersOnly()
            .Produces<byte[]>(StatusCodes.Status200OK, WorkbookWriter.MediaType)
            .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, "application/problem+json")
            .Produces<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
            .WithSummary("A workbook to fill in, with the communes living that day");
    }

    private static Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [WorkbookWriter.MediaType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
            },
        };
        return Task.CompletedTask;
    }

    private static async Task<IResult> PostAsync(
        HttpContext context, TableImport import,
        [FromQuery(Name = "unit")] string? unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "set")] string? set,
        [FromQuery(Name = "assessedBy")] string? assessedBy, [FromQuery(Name = "basisNumber")] string? basisNumber,
        [FromQuery(Name = "basisDate")] string? basisDate, [FromQuery(Name = "basisIssuer")] string? basisIssuer,
        [FromQuery(Name = "mark")] string[]? mark, [FromQuery(Name = "match")] string[]? match, [FromQuery(Name = "sheet")] string[]? sheet,
        [FromQuery(Name = "without")] string[]? without, [FromQuery(Name = "accept")] string[]? accept,
        [FromQuery(Name = "includeHidden")] string? includeHidden, [FromQuery(Name = "dryRun")] string? dryRun, CancellationToken cancellation)
    {
        if (context.Request.GetTypedHeaders().ContentType?.MediaType.ToString().ToLowerInvariant() is not (WorkbookWriter.MediaType or "application/octet-stream"))
            return ProblemResult.TableMediaType();
        if (!TryReadFlag(includeHidden, out var hidden))
            return ProblemResult.Of(QuestionRefusals.NotAFlag("includeHidden"));
        if (!TryReadFlag(dryRun, out var dry))
            return ProblemResult.Of(QuestionRefusals.NotAFlag("dryRun"));

        var text = new TableText
        {
            Unit = unit, On = on, Set = set, AssessedBy = assessedBy, BasisNumber = basisNumber, BasisDate = basisDate, BasisIssuer = basisIssuer,
            Marks = mark ?? [], Matches = match ?? [], Sheets = sheet ?? [], Without = without ?? [], Accepted = accept ?? [], IncludeHidden = hidden,
        };
        try
        {
            var file = await WorkbookReader.ReceiveAsync(context.Request.Body, cancellation);
            context.BodyIsThere();
            var result = await import.RunAsync(file, text, dry, context.Act("http"), cancellation);
            if (result.Value is not { } answer)
                return ProblemResult.Of(result.Refusal!);
            return dry || answer.IsClear
                ? TypedResults.Json(answer, AnswerJson.Written.TableAnswer, statusCode: answer.Recorded?.New > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK)
                : ProblemResult.Of([.. answer.Doubts.Select(doubt => doubt.ToRefusal())]);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return ProblemResult.Of([unreadable.Refusal]);
        }
    }

    private static async Task<IResult> TemplateAsync(
        [FromQuery(Name = "unit")] string? unit, [FromQuery(Name = "on")] string? on, [FromQuery(Name = "set")] string? set,
        QuestionResolver resolver, LiveRecord live, CancellationToken cancellation)
    {
        var resolved = await resolver.ResolveAsync(new QuestionText(on, Set: set), cancellation);
        if (resolved.Value is not { } asked)
            return ProblemResult.Of(resolved.Refusal!);
        return UnitId.TryParse(unit, out var id) && TableTemplate.Write(live.Index, id, asked.On, asked.Sequence, asked.Set) is { } workbook
            ? TypedResults.File(workbook, WorkbookWriter.MediaType, $"{id.Value}.xlsx")
            : ProblemResult.Of(QuestionRefusals.UnitUnknown(unit ?? "", asked.Sequence));
    }

    private static bool TryReadFlag(string? text, out bool flag)
    {
        flag = text == "true";
        return string.IsNullOrEmpty(text) || text is "true" or "false";
    }
}
