using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;

namespace Ntm.Host.Sheets;

/// <summary>Properties of a document that are ours and not the format's. What opens and saves the document again keeps them.</summary>
internal static class OwnProperties
{
    internal const string PartName = "docProps/custom.xml";

    // The set of properties users define, and the first number free in it: both are the format's.
    private const string UsersOwn = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private const int First = 2;

    internal static void AddTo(OpenXmlPackage document, CustomFilePropertiesPart part, IReadOnlyList<KeyValuePair<string, string>> properties)
    {
        document.ChangeIdOfPart(part, "properties");
        part.Properties = new Properties(properties.Select((property, index) => new CustomDocumentProperty(new VTLPWSTR(property.Value))
        {
            FormatId = UsersOwn, PropertyId = First + index, Name = property.Key,
        }));
    }
}
