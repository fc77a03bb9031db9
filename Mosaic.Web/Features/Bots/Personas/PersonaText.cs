using System.Text;

namespace Mosaic.Web.Features.Bots.Personas;

/// <summary>A bot as it is described to a model: the text of the block that the fence keeps as data.</summary>
public static class PersonaText
{
    public static string Of(BotSheet sheet, string personName)
    {
        var text = new StringBuilder().Append("Name: ").Append(sheet.Name);
        Add("What it is for", sheet.Description);
        Add("Personality", sheet.PersonalityPrompt);
        Add("Backstory", sheet.Backstory);
        foreach (var pair in sheet.Attributes) Add(pair.Key, pair.Value);
        return CardMacros.Fill(text.ToString(), sheet.Name, personName);

        void Add(string title, string said)
        {
            if (said.Length > 0) text.Append("\n\n").Append(title).Append(":\n").Append(said);
        }
    }
}
