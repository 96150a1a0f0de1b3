using System.Text;
using Ntm.Domain.Entries;
using Ntm.Domain.Interchange;

namespace Ntm.Host.Demo.Country;

/// <summary>The synthetic country as lines of the interchange.</summary>
internal static class CountryLines
{
    /// <summary>Writes what is left, line after line, each with its line feed. A correction is two lines, as in an export.</summary>
    internal static void Write(Stream output, IEnumerator<SaidEntry> country, CancellationToken cancellation)
    {
        while (country.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            var (_, id, entry, _) = country.Current;
            output.Write(Encoding.UTF8.GetBytes($$"""{"type":"{{EntryTypes.Of(entry).Name}}","id":"{{id:D}}","""));
            // What is stored of an entry is a whole object; here it goes on where the identity ends.
            output.Write(LineWriter.WriteStored(entry).AsSpan(1));
            output.WriteByte((byte)'\n');
        }
    }
}
