using System.Text.Json;
using Ntm.Projections.CommuneStatus;

namespace Ntm.Host.Questions;

/// <summary>Writes a status as <see cref="AnswerJson"/> does, byte for byte, without asking what each field is.</summary>
internal static class StatusJson
{
    private static readonly JsonEncodedText Exists = JsonEncodedText.Encode("exists");
    private static readonly JsonEncodedText EndedOn = JsonEncodedText.Encode("endedOn");
    private static readonly JsonEncodedText Criteria = JsonEncodedText.Encode("criteria");
    private static readonly JsonEncodedText Since = JsonEncodedText.Encode("since");
    private static readonly JsonEncodedText Entry = JsonEncodedText.Encode("entry");
    private static readonly JsonEncodedText Retracted = JsonEncodedText.Encode("retracted");

    internal static void Write(Utf8JsonWriter json, StatusAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString(AnswerFields.Unit, answer.Unit);
        json.WriteText(AnswerFields.Name, answer.Name);
        json.WriteBoolean(Exists, answer.Exists);
        json.WriteDay(EndedOn, answer.EndedOn);
        json.WriteTexts(AnswerFields.Successors, answer.Successors);
        json.WriteDay(AnswerFields.On, answer.On);
        json.WriteKnownAt(answer.KnownAt);
        json.WriteString(AnswerFields.Set, answer.Set);
        json.WriteString(AnswerFields.SetVersion, answer.SetVersion);
        json.WriteTexts(AnswerFields.AssessedBy, answer.AssessedBy);
        json.WriteNumber(AnswerFields.Attained, answer.Attained);
        json.WriteNumber(AnswerFields.Fulfilled, answer.Fulfilled);
        json.WriteStartArray(Criteria);
        foreach (var criterion in answer.Criteria)
            Write(json, criterion);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CriterionStatus criterion)
    {
        json.WriteStartObject();
        json.WriteNumber(AnswerFields.Criterion, criterion.Criterion);
        json.WriteString(AnswerFields.Status, criterion.Status);
        json.WriteDay(Since, criterion.Since);
        if (criterion.Entry is { } entry)
            json.WriteString(Entry, entry);
        else
            json.WriteNull(Entry);
        json.WriteText(AnswerFields.RecordedAt, criterion.RecordedAt);
        json.WriteText(AnswerFields.AssessedBy, criterion.AssessedBy);
        json.WriteStartArray(Retracted);
        foreach (var retracted in criterion.Retracted)
            json.WriteStringValue(retracted);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
