namespace Mosaic.Web.Shell.Navigation;

/// <summary>What the rail knows of the person; carried from the prerendered page into the circuit so that nothing flickers.</summary>
public sealed record RailState(string ShownName, string UserName, Guid? Picture, string Theme, bool IsAdmin, Dictionary<string, int> Counts);
