namespace Mosaic.Web.Platform.Settings;

/// <summary>Who may make an account without an admin doing it.</summary>
public enum RegistrationMode
{
    Closed,

    /// <summary>Who holds a link that an admin made.</summary>
    Invitation,

    Open,
}
