using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Mosaic.Data.Accounts;
using Mosaic.Web.Features.Accounts;
using Mosaic.Web.Features.Accounts.Passwords;

namespace Mosaic.Tests.Accounts;

public sealed class PasswordWorkTests
{
    [Fact]
    public async Task Hashes_are_made_with_sha512_and_enough_rounds()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAccounts();
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(220_000, provider.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount);
        var hash = Convert.FromBase64String(await provider.GetRequiredService<PasswordWork>().HashAsync("a quiet lamp at 7"));
        // Identity's format 1: marker, number of the algorithm (2 is HMAC-SHA512), rounds.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(220_000u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
    }

    [Fact]
    public async Task Somebody_unknown_costs_the_same_work_and_is_never_right()
    {
        var hasher = new CountingHasher();
        using var work = new PasswordWork(hasher);
        work.WarmUp();
        Assert.False(await work.IsRightAsync(null, "anything"));
        Assert.True(await work.IsRightAsync("hash of somebody", "anything"));
        Assert.Equal(2, hasher.Verified);
    }

    [Fact]
    public async Task At_most_two_hashes_a_core_run_at_once()
    {
        var hasher = new CountingHasher { Takes = TimeSpan.FromMilliseconds(30) };
        using var work = new PasswordWork(hasher);
        await Task.WhenAll(Enumerable.Range(0, 8 * Environment.ProcessorCount).Select(_ => work.HashAsync("x")));
        Assert.InRange(hasher.MostAtOnce, 1, 2 * Environment.ProcessorCount);
    }

    private sealed class CountingHasher : IPasswordHasher<User>
    {
        private int _now;
        private int _most;

        public TimeSpan Takes { get; init; }
        public int Verified { get; private set; }
        public int MostAtOnce => _most;

        public string HashPassword(User user, string password)
        {
            var now = Interlocked.Increment(ref _now);
            lock (this) _most = Math.Max(_most, now);
            if (Takes > TimeSpan.Zero) Thread.Sleep(Takes);
            Interlocked.Decrement(ref _now);
            return "hash";
        }

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return PasswordVerificationResult.Success;
        }
    }
}
