using System.Globalization;
using System.Text.Json;
using Ntm.Domain.Dossiers;
using Ntm.Domain.Recognition;
using Ntm.Domain.Time;
using Ntm.Projections.Titles;

namespace Ntm.Host.Titles;

/// <summary>
/// Writes a filled-in step as the line of the interchange it stands for. Nothing is judged here: a number that is none goes into the line as
/// it was typed, and the reader of the interchange refuses it in its own words.
/// </summary>
internal static class StepLine
{
    /// <param name="basis">What the step rests on; null for a fact, and for a step that rests on nothing found.</param>
    internal static byte[] Write(StepForm form, StepShape shape, DossierName name, PreparedBasis? basis)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("type", shape.Type);
            json.WriteString("unit", name.Unit.Value);
            Text(json, "id", form.Id);
            Text(json, "effectiveOn", form.On);
            json.WriteString("dossier", name.Dossier);
            json.WriteString("title", TitleLevels.Names.NameOf(name.Title));
            json.WriteNumber("year", name.Year);
            WriteOwn(json, form, shape);
            if (form.NamesADocument)
                WriteDocument(json, form);
            Text(json, "note", form.Note);
            if (basis is not null)
                WriteRestsOn(json, basis);
            json.WriteEndObject();
        }

        return line.ToArray();
    }

    private static void WriteOwn(Utf8JsonWriter json, StepForm form, StepShape shape)
    {
        if (shape.Has(StepFields.By))
            Text(json, "by", form.By);
        if (shape.Has(StepFields.Team))
            Text(json, "team", form.Team);
        if (shape.Type == "title_proposed")
            json.WriteString("by", OfficeLevels.Names.NameOf(shape.Level!.Value));
        if (shape.Has(StepFields.Votes))
            WriteVotes(json, form, shape.Level!.Value);
        if (shape.Has(StepFields.Posting))
        {
            Text(json, "until", form.Until);
            Number(json, "broadcasts", form.Broadcasts);
        }

        if (shape.Has(StepFields.Opinions))
        {
            Number(json, "opinions", form.Opinions);
            Number(json, "objections", form.Objections);
        }

        if (shape.Has(StepFields.Reasons))
            WriteReasons(json, form, shape.Level);
        if (shape.Has(StepFields.Reason))
            Text(json, "reason", form.Reason);
        if (shape.Has(StepFields.Into))
            Text(json, "into", form.Into);
        if (shape.Has(StepFields.Outcome))
            Text(json, "outcome", form.Outcome);
        if (shape.Has(StepFields.Decision))
            Text(json, "decision", form.Decision);
        if (shape.Has(StepFields.Plan))
            Text(json, "plan", form.Plan);
        if (shape.Has(StepFields.From) && Lines(form.From) is { Length: > 0 } parts)
            Texts(json, "from", parts);
    }

    private static void WriteVotes(Utf8JsonWriter json, StepForm form, OfficeLevel level)
    {
        json.WriteStartObject("votes");
        json.WriteString("level", OfficeLevels.Names.NameOf(level));
        Number(json, "members", form.Members);
        Number(json, "present", form.Present);
        Number(json, "for", form.For);
        Number(json, "against", form.Against);
        json.WriteEndObject();
    }

    // A refused registration has its reasons at the top, a return under who returned it.
    private static void WriteReasons(Utf8JsonWriter json, StepForm form, OfficeLevel? level)
    {
        if (level is { } by)
        {
            json.WriteStartObject("returned");
            json.WriteString("by", OfficeLevels.Names.NameOf(by));
        }

        if (Lines(form.Reasons) is { Length: > 0 } reasons)
            Texts(json, "reasons", reasons);
        if (level is not null)
            json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, StepForm form)
    {
        json.WriteStartObject("basis");
        Text(json, "number", form.BasisNumber);
        Text(json, "date", form.BasisDate);
        Text(json, "issuer", form.BasisIssuer);
        json.WriteEndObject();
    }

    private static void WriteRestsOn(Utf8JsonWriter json, PreparedBasis basis)
    {
        json.WriteStartObject("restsOn");
        json.WriteString("on", VietnamCalendar.Format(basis.On));
        json.WriteNumber("sequence", basis.Sequence);
        Text(json, "set", basis.Set);
        Text(json, "setVersion", basis.SetVersion);
        json.WriteString("boundary", VietnamCalendar.Format(basis.Boundary));
        json.WriteStartArray("findings");
        foreach (var finding in basis.Findings)
        {
            json.WriteStartObject();
            json.WriteNumber("criterion", finding.Criterion);
            json.WriteString("status", finding.Status);
            Text(json, "entry", finding.Entry?.ToString("D"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "evidence", basis.Evidence);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            json.WriteString(name, text.Trim());
    }

    private static void Number(Utf8JsonWriter json, string name, string? text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            json.WriteNumber(name, number);
        else
            Text(json, name, text);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
