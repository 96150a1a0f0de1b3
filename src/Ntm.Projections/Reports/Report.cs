using System.Security.Cryptography;
using System.Text;

namespace Ntm.Projections.Reports;

/// <summary>A report as it is handed in, whatever form it is then written in. Equal questions give equal reports, for ever.</summary>
/// <param name="Notes">Sentences below the tables.</param>
public sealed record Report(ReportKind Kind, ReportParameters Parameters, IReadOnlyList<ReportTable> Tables, IReadOnlyList<string> Notes)
{
    /// <summary>Of the shape of reports: within one, the same question gets the same report.</summary>
    public const string Format = "1";

    /// <summary>The SHA-256 of its text (<see cref="ReportText"/>), in small hexadecimal letters.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReportText.Of(this))));
}
