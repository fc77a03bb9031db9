namespace Mosaic.Web.Features.Bots.Personas;

/// <summary>The marks that character cards use for what is only known when they are read, such as <c>{{user}}</c>.</summary>
public static class CardMacros
{
    // Marks may hold marks, as {{random:{{user}},nobody}} does. Of a text that only opens them the oldest stay as written.
    private const int Deepest = 8;

    /// <summary>The text with its marks filled in. Names are put in as they are; the same text makes the same choices; unknown marks stay as written.</summary>
    public static string Fill(string text, string botName, string personName)
    {
        if (!text.Contains("{{", StringComparison.Ordinal) && !text.Contains('<', StringComparison.Ordinal)) return text;
        var marks = new MarkFiller(text, botName, personName);
        var open = new List<OpenMark> { new(0) };
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var top = open[^1];
            if (rest.StartsWith("{{") && !rest.StartsWith("{{{"))
            {
                open.Add(new OpenMark(at));
                if (open.Count > Deepest) Give(open[0], open[1], open);
                at += 2;
            }
            else if (open.Count > 1 && rest.StartsWith("}}"))
            {
                Close(open, marks);
                at += 2;
            }
            else if (rest[0] == '<' && marks.Angled(rest) is var (name, length))
            {
                top.Fill(name);
                at += length;
            }
            else
            {
                top.Text.Append(rest[0]);
                at++;
            }
        }
        while (open.Count > 1) Give(open[0], open[1], open);
        return open[0].Text.ToString();
    }

    private static void Close(List<OpenMark> open, MarkFiller marks)
    {
        var closed = open[^1];
        open.RemoveAt(open.Count - 1);
        if (marks.Filled(closed) is { } filled) open[^1].Fill(filled);
        else open[^1].Append(closed, "}}");
    }

    private static void Give(OpenMark below, OpenMark above, List<OpenMark> open)
    {
        below.Append(above, "");
        open.Remove(above);
    }
}
