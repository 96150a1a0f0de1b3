using Ntm.Host.Problems;

namespace Ntm.Host.Serving;

/// <summary>Once the host was told to stop, requests on connections that stand are told so; what came before is finished.</summary>
internal sealed class StoppingAnswers(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!lifetime.ApplicationStopping.IsCancellationRequested)
            return next(context);
        context.Response.Headers.Connection = "close";
        return ProblemResult.Stopping().ExecuteAsync(context);
    }
}

/// <summary>Signals are the command's, which closes the record after the host: nothing else may end the program.</summary>
internal sealed class StoppedByTheCommand : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
