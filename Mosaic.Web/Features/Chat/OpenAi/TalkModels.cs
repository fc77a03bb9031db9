using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Chat;

namespace Mosaic.Web.Features.Chat.OpenAi;

/// <summary>Names whom somebody may talk with. A bot is called by its name, by a number too where an older one has it; its uuid is good as well, and never changes.</summary>
internal sealed class TalkModels(IDbContextFactory<MosaicDb> databases)
{
    /// <summary><see cref="TalkModel.Memos"/>, then one's own bots, then those that others offer.</summary>
    public async Task<IReadOnlyList<TalkModel>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var bots = await db.TalkingTo(userId)
            .Join(db.Users, bot => bot.UserId, owner => owner.Id, (bot, owner) => new { bot.Id, bot.Name, Owner = owner.UserName!, bot.CreatedAt, IsOwn = bot.UserId == userId })
            .ToListAsync(cancellationToken);
        var models = new List<TalkModel> { TalkModel.Memos };
        var taken = new HashSet<string>(StringComparer.Ordinal) { TalkModel.Memos.Id };
        foreach (var bot in bots.OrderBy(bot => !bot.IsOwn).ThenBy(bot => bot.CreatedAt).ThenBy(bot => bot.Id))
        {
            var (word, number) = (WordOf(bot.Name), 1);
            if (word.Length == 0) word = bot.Id.ToString();
            var id = word;
            while (!taken.Add(id)) id = string.Create(CultureInfo.InvariantCulture, $"{word}-{++number}");
            models.Add(new TalkModel(id, bot.Name, bot.Id, bot.Owner, bot.CreatedAt));
        }
        return models;
    }

    /// <summary>Null when there is none, or none that this person may talk with.</summary>
    public async Task<TalkModel?> FindAsync(Guid userId, string? id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(id)) return null;
        var models = await ListAsync(userId, cancellationToken);
        return models.FirstOrDefault(model => string.Equals(model.Id, id.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? (Guid.TryParse(id, out var botId) ? models.FirstOrDefault(model => model.BotId == botId) : null);
    }

    /// <summary>Small letters and digits with dashes between the words; accents go where the letter is as good without.</summary>
    private static string WordOf(string name)
    {
        var word = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && word.Length > 0 && word[^1] != '-') word.Append('-');
        }
        return word.ToString().Normalize(NormalizationForm.FormC).Trim('-');
    }
}
