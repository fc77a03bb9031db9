namespace Mosaic.Web.Features.Chat.Documents;

/// <summary>Finds programs that are installed on this machine.</summary>
public interface IProgramLocator
{
    /// <summary>The full path of a program; null where it is not installed.</summary>
    string? Find(string program);
}
