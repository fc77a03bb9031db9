using Microsoft.AspNetCore.Identity;
using Mosaic.Data.Accounts;

namespace Mosaic.Web.Features.Accounts.Passwords;

/// <summary>
/// Hashes and checks passwords (PBKDF2-SHA512, rounds in <see cref="AccountsFeature"/>). Each takes about a tenth of a second of one core,
/// so at most two per core run at once and the rest wait: a flood of sign-ins slows sign-ins, not the house.
/// </summary>
public sealed class PasswordWork(IPasswordHasher<User> hasher) : IDisposable
{
    private static readonly User Nobody = new();

    private readonly SemaphoreSlim _places = new(2 * Environment.ProcessorCount);
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));

    public Task<string> HashAsync(string password, CancellationToken cancellationToken = default) =>
        InTurnAsync(() => hasher.HashPassword(Nobody, password), cancellationToken);

    /// <summary>Takes the same time when <paramref name="hash"/> is null, so that the wait does not tell whether an account exists.</summary>
    public async Task<bool> IsRightAsync(string? hash, string password, CancellationToken cancellationToken = default)
    {
        var result = await InTurnAsync(() => hasher.VerifyHashedPassword(Nobody, hash ?? _nobodysHash.Value, password), cancellationToken);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>Makes the first refusal of an unknown name as quick as every later one.</summary>
    public void WarmUp() => _ = _nobodysHash.Value;

    public void Dispose() => _places.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }
}
