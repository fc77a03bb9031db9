namespace Mosaic.Web.Features.Accounts.Tokens;

/// <summary>What a sign-in or a refresh gives. Lifetimes are in seconds.</summary>
public sealed record TokenPair(string AccessToken, int ExpiresIn, string RefreshToken, int RefreshExpiresIn)
{
    public string TokenType { get; init; } = "Bearer";
}
