using Microsoft.AspNetCore.Http.Timeouts;
using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>
/// Time limits of requests. Questions answered from memory have none of their own: every wait of theirs has one. The feed has none, since
/// it is as long as the record; the server ends it where nobody takes it.
/// </summary>
internal static class TimeLimits
{
    /// <summary>A body that has to be there in time; what is done with it then is not cut short.</summary>
    internal const string Body = "body";

    /// <summary>An answer that has to be there in time.</summary>
    internal const string Answer = "answer";

    internal static void AddTimeLimits(this IServiceCollection services) => services.AddRequestTimeouts(timeouts => timeouts
        .AddPolicy(Body, Policy(Limits.BodyWithin, ProblemResult.BodyTooSlow()))
        .AddPolicy(Answer, Policy(Limits.AnswerWithin, ProblemResult.TimedOut())));

    /// <param name="policy"><see cref="Body"/> or <see cref="Answer"/>.</param>
    internal static TBuilder WithTimeLimit<TBuilder>(this TBuilder routes, string policy)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new RequestTimeoutAttribute(policy));

    /// <summary>The body is there: from here on nothing is cut short, least of all recording.</summary>
    internal static void BodyIsThere(this HttpContext context) => context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();

    private static RequestTimeoutPolicy Policy(TimeSpan within, ProblemResult problem) => new()
    {
        Timeout = within,
        WriteTimeoutResponse = context =>
        {
            // Everything set so far was taken back.
            SecurityHeaders.Set(context);
            return problem.ExecuteAsync(context);
        },
    };
}
