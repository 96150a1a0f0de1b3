using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Ntm.Host.Accounts;

/// <summary>What cookies and forms are protected with, in the database: every host takes what another gave, and a restart ends no session.</summary>
internal sealed class ProtectionKeys(NpgsqlDataSource dataSource) : IXmlRepository
{
    // The framework asks without waiting: a few times a day.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = dataSource.CreateCommand(AccountSql.Read("protection_keys.sql"));
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read())
            keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = dataSource.CreateCommand(AccountSql.Read("add_protection_key.sql"));
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
