namespace Ntm.Host.Serving;

/// <summary>How much of a machine one request, or one caller, may take. What each answer says is in docs/reference/refusals.md.</summary>
internal static class Limits
{
    /// <summary>A body larger than this is refused before it is read: ten thousand ordinary lines are a few megabytes.</summary>
    internal const long BodyBytes = 64 * 1024 * 1024;

    /// <summary>The list of every commune of the country is about one megabyte.</summary>
    internal const long ListBytes = 8 * 1024 * 1024;

    /// <summary>What proxies pass too, unless told otherwise; a question with every parameter has a few hundred bytes.</summary>
    internal const int RequestLineBytes = 8 * 1024;

    /// <summary>Cookies, a token, and what a proxy adds.</summary>
    internal const int HeaderBytes = 32 * 1024;

    internal const int HeaderCount = 64;

    /// <summary>Of a table, every row may need an answer of its own; that many fill the line of the request anyway.</summary>
    internal const int QueryParameters = 512;

    /// <summary>A minutes sheet has a field for each of fifty communes and every criterion; a file is no field.</summary>
    internal const int FormFields = 1024;

    /// <summary>Answers to doubts of a large table stand in one field, one to a line.</summary>
    internal const int FormFieldBytes = 256 * 1024;

    /// <summary>A browser opens six connections, a proxy some dozens; each that waits costs some kilobytes.</summary>
    internal const int Connections = 4096;

    /// <summary>The head of a request is one or two packets: who takes longer holds a connection and says nothing.</summary>
    internal static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(15);

    /// <summary>Longer than the minute a proxy keeps its connections, so that it is the proxy who closes.</summary>
    internal static readonly TimeSpan KeptAlive = TimeSpan.FromSeconds(120);

    /// <summary>Bytes a second, on the average of a body or an answer; the slowest line still in use has ten times that.</summary>
    internal const double SlowestRate = 1024;

    /// <summary>A line may be interrupted that long before its rate is looked at.</summary>
    internal static readonly TimeSpan RateGrace = TimeSpan.FromSeconds(10);

    /// <summary>The largest table over half a megabit a second, twice.</summary>
    internal static readonly TimeSpan BodyWithin = TimeSpan.FromMinutes(10);

    /// <summary>More than every wait on the database together; what takes longer is a defect, and holds memory.</summary>
    internal static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(100);

    /// <summary>Attempts to sign in at one address: an office behind one address signs in on a Monday morning.</summary>
    internal const int SignInsOfAddress = 60;

    /// <summary>… and so many again each minute.</summary>
    internal const int SignInsOfAddressPerMinute = 30;

    /// <summary>Attempts at one account, wherever they come from: more than anybody mistypes.</summary>
    internal const int SignInsOfAccount = 10;

    internal const int SignInsOfAccountPerMinute = 2;
}
