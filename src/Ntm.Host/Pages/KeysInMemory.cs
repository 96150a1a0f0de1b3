using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Ntm.Host.Pages;

/// <summary>
/// Keys that end with the program, and nothing is left in anyone's home. They sign the forms of pages: one opened before a restart has to
/// be opened again.
/// </summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys)
            return [.. _keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys)
            _keys.Add(element);
    }
}
