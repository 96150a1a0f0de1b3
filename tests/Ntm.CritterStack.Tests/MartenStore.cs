using System.Text.Json.Serialization;
using JasperFx;
using JasperFx.Events;
using Marten;
using Ntm.Domain.Entries;
using Weasel.Core;

namespace Ntm.CritterStack.Tests;

/// <summary>How a program with Marten opens the record. docs/reference/marten.md shows this file; keep it worth copying.</summary>
internal static class MartenStore
{
    /// <summary>The schema of Marten's own documents and read models: beside the record, not in it.</summary>
    public const string DocumentSchema = "marten_documents";

    /// <param name="further">What this program adds: projections, subscriptions, listeners.</param>
    public static DocumentStore Open(string connectionString, AutoCreate autoCreate, Action<StoreOptions>? further = null) => DocumentStore.For(options =>
    {
        options.Connection(connectionString);
        // All: once, to let Marten add its functions. None: ever after.
        options.AutoCreateSchemaObjects = autoCreate;
        options.DatabaseSchemaName = DocumentSchema;

        options.Events.DatabaseSchemaName = "ntm";
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.EnableUniqueIndexOnEventId = true;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;

        // Names are compared letter by letter: another casing reads every field as its default and says nothing.
        // Entries bring converters for their own enumerations; EnumStorage.AsString would put Marten's before them.
        options.UseSystemTextJsonForSerialization(
            EnumStorage.AsInteger, Casing.CamelCase, json => json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);
        foreach (var type in EntryTypes.All)
            options.Events.MapEventType(type.ClrType, type.Name);

        further?.Invoke(options);
    });
}
