using System.Text.Json;
using Ntm.Projections.CommuneMatrix;

namespace Ntm.Host.Questions;

/// <summary>Writes a matrix as <see cref="AnswerJson"/> does, byte for byte, without asking what each field is.</summary>
internal static class MatrixJson
{
    private static readonly JsonEncodedText Boundary = JsonEncodedText.Encode("boundary");
    private static readonly JsonEncodedText Communes = JsonEncodedText.Encode("communes");
    private static readonly JsonEncodedText Ended = JsonEncodedText.Encode("ended");
    private static readonly JsonEncodedText Parts = JsonEncodedText.Encode("parts");
    private static readonly JsonEncodedText Average = JsonEncodedText.Encode("average");
    private static readonly JsonEncodedText Bands = JsonEncodedText.Encode("bands");
    private static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
    private static readonly JsonEncodedText To = JsonEncodedText.Encode("to");
    private static readonly JsonEncodedText Count = JsonEncodedText.Encode("count");
    private static readonly JsonEncodedText ByCriterion = JsonEncodedText.Encode("byCriterion");
    private static readonly JsonEncodedText Unassessed = JsonEncodedText.Encode("unassessed");

    internal static void Write(Utf8JsonWriter json, MatrixAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString(AnswerFields.Unit, answer.Unit);
        json.WriteDay(AnswerFields.On, answer.On);
        json.WriteKnownAt(answer.KnownAt);
        json.WriteString(AnswerFields.Set, answer.Set);
        json.WriteString(AnswerFields.SetVersion, answer.SetVersion);
        json.WriteTexts(AnswerFields.AssessedBy, answer.AssessedBy);
        json.WriteDay(Boundary, answer.Boundary);
        json.WriteStartArray(Communes);
        foreach (var commune in answer.Communes)
            Write(json, commune);
        json.WriteEndArray();
        if (answer.Average is { } average)
            json.WriteNumber(Average, average);
        else
            json.WriteNull(Average);
        json.WriteStartArray(Bands);
        foreach (var band in answer.Bands)
            Write(json, band);
        json.WriteEndArray();
        json.WriteStartArray(ByCriterion);
        foreach (var tally in answer.ByCriterion)
            Write(json, tally);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CommuneRow commune)
    {
        json.WriteStartObject();
        json.WriteString(AnswerFields.Unit, commune.Unit);
        json.WriteText(AnswerFields.Name, commune.Name);
        json.WriteNumber(AnswerFields.Attained, commune.Attained);
        json.WriteNumber(AnswerFields.Fulfilled, commune.Fulfilled);
        json.WriteString(AnswerFields.Status, commune.Status);
        json.WriteDay(Ended, commune.Ended);
        json.WriteTexts(AnswerFields.Successors, commune.Successors);
        if (commune.Parts is { } parts)
            Write(json, parts);
        else
            json.WriteNull(Parts);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<PartOfCommune> parts)
    {
        json.WriteStartArray(Parts);
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString(AnswerFields.Unit, part.Unit);
            json.WriteString(AnswerFields.Status, part.Status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AttainmentBand band)
    {
        json.WriteStartObject();
        json.WriteNumber(From, band.From);
        json.WriteNumber(To, band.To);
        json.WriteNumber(Count, band.Count);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CriterionTally tally)
    {
        json.WriteStartObject();
        json.WriteNumber(AnswerFields.Criterion, tally.Criterion);
        json.WriteNumber("A"u8, tally.A);
        json.WriteNumber("X"u8, tally.X);
        json.WriteNumber("L"u8, tally.L);
        json.WriteNumber("B"u8, tally.B);
        json.WriteNumber("N"u8, tally.N);
        json.WriteNumber(Unassessed, tally.Unassessed);
        json.WriteEndObject();
    }
}
