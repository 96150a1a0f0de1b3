using Microsoft.AspNetCore.Http.HttpResults;
using Ntm.Domain.Refusals;
using Ntm.Host.Pages;
using Ntm.Host.Problems;

namespace Ntm.Host.Access;

/// <summary>How somebody who may not do something is told: programs by a problem, people by a page.</summary>
internal static class AccessAnswers
{
    internal static async Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        if (!WantsAPage(context.Request))
        {
            if (ProblemResult.StatusOf(refusal) == StatusCodes.Status401Unauthorized)
                context.Response.Headers.WWWAuthenticate = refusal.Code == AccessRefusalCodes.TokenInvalid ? "Bearer error=\"invalid_token\"" : "Bearer";
            await ProblemResult.OfAccess(refusal).ExecuteAsync(context);
        }
        else if (refusal.Code is AccessRefusalCodes.SignIn)
        {
            var wanted = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";
            context.Response.Redirect($"/sign-in?next={Uri.EscapeDataString(wanted)}");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await new RazorComponentResult<RefusedPage>(new { Refusal = refusal, Caller = context.CallerOrNobody() }) { StatusCode = StatusCodes.Status403Forbidden }.ExecuteAsync(context);
        }
    }

    private static bool WantsAPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && request.Headers.Authorization.Count == 0
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
