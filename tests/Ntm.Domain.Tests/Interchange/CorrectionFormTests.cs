using System.Text.Json.Nodes;
using Ntm.Domain.Entries;
using Ntm.Domain.Findings;
using Ntm.Domain.Refusals;
using Ntm.Domain.Retraction;
using Ntm.Testing;

namespace Ntm.Domain.Tests.Interchange;

/// <summary>The form of retractions and corrections.</summary>
public sealed class CorrectionFormTests
{
    [Fact]
    public void A_correction_is_a_retraction_and_the_line_that_shall_stand_instead()
    {
        var line = EntrySamples.Of(EntryTypes.Corrected).ReadFull();

        Assert.IsType<EntryRetracted>(line.Entry);
        Assert.Null(((EntryRetracted)line.Entry).ReplacedBy);
        Assert.IsType<CriterionAttained>(line.Replacement!.Entry);
        Assert.Equal(line.Line, line.Replacement.Line);
        Assert.NotEqual(line.Id, line.Replacement.Id);
    }

    [Theory]
    [InlineData(EntryTypes.Retracted)]
    [InlineData(EntryTypes.Corrected)]
    public void Undoing_has_no_day_of_effect(string type) =>
        Lines.IsRefused(Lines.With(type, "effectiveOn", "\"2018-07-01\""), RefusalCodes.FieldNotAllowed, "effectiveOn");

    [Fact]
    public void The_replacement_has_its_own_day_of_effect() =>
        Lines.IsRefused(Replacing(replacement => replacement.Remove("effectiveOn")), RefusalCodes.FieldMissing, "replacement.effectiveOn");

    [Theory]
    [InlineData("\"criterion_attained\"")]
    [InlineData("[]")]
    public void The_replacement_is_a_line(string json) =>
        Lines.IsRefused(Lines.With(EntryTypes.Corrected, "replacement", json), RefusalCodes.FieldInvalid, "replacement");

    [Fact]
    public void A_retraction_carries_no_replacement() =>
        Lines.IsRefused(Lines.With(EntryTypes.Retracted, "replacement", "{}"), RefusalCodes.FieldUnknown, "replacement");

    [Fact]
    public void A_correction_does_not_name_its_replacement_by_id() => Lines.IsRefused(
        Lines.With(EntryTypes.Corrected, "replacedBy", "\"00000000-0000-4000-8000-000000000108\""), RefusalCodes.FieldUnknown, "replacedBy");

    [Theory]
    [InlineData(EntryTypes.Retracted)]
    [InlineData(EntryTypes.Corrected)]
    public void Neither_a_retraction_nor_a_correction_can_stand_instead(string type) => Lines.IsRefused(
        Lines.With(EntryTypes.Corrected, "replacement", EntrySamples.Of(type).Full), RefusalCodes.FieldInvalid, "replacement.type");

    [Fact]
    public void Faults_of_the_replacement_are_named_with_their_place()
    {
        Lines.IsRefused(Replacing(replacement => replacement["criterion"] = "5"), RefusalCodes.FieldInvalid, "replacement.criterion");
        Lines.IsRefused(Replacing(replacement => replacement["colour"] = 1), RefusalCodes.FieldUnknown, "replacement.colour");
        Lines.IsRefused(Replacing(replacement => replacement["basis"] = new JsonObject()), [
            (RefusalCodes.FieldMissing, "replacement.basis.number"), (RefusalCodes.FieldMissing, "replacement.basis.date"),
            (RefusalCodes.FieldMissing, "replacement.basis.issuer"),
        ]);
    }

    [Fact]
    public void An_unknown_type_is_named_with_its_place_too() =>
        Lines.IsRefused(Replacing(replacement => replacement["type"] = "unit_abolished"), RefusalCodes.TypeUnknown, "replacement.type");

    private static string Replacing(Action<JsonObject> change)
    {
        var line = (JsonObject)JsonNode.Parse(EntrySamples.Of(EntryTypes.Corrected).Full)!;
        change((JsonObject)line["replacement"]!);
        return line.ToJsonString();
    }
}
