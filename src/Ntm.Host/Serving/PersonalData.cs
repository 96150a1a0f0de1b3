namespace Ntm.Host.Serving;

/// <summary>The answers of this page or route hold data of persons: no browser and no proxy keeps them.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HoldsPersonalDataAttribute : Attribute;

/// <summary>Lets nobody keep answers of endpoints that hold data of persons.</summary>
internal sealed class UnkeptAnswers(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<HoldsPersonalDataAttribute>() is not null)
            context.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
