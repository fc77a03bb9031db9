namespace Mosaic.Web.Platform.Settings;

/// <summary>What an admin decides while Mosaic runs. Each value has a default, so an empty table is a working house.</summary>
public sealed record AppSettings
{
    public RegistrationMode Registration { get; init; } = RegistrationMode.Closed;

    /// <summary>How long the sign-in log is kept, in days: 1 to 3650.</summary>
    public int ConnectionLogDays { get; init; } = 365;

    /// <summary>How long the trash keeps what was deleted, in days: 1 to 3650.</summary>
    public int TrashDays { get; init; } = 30;

    /// <summary>The largest file somebody may attach, in megabytes of 1,048,576 bytes: 1 to 2048.</summary>
    public int UploadLimitMegabytes { get; init; } = 100;

    /// <summary>Tags are proposed for memos that have none, for whoever wants it.</summary>
    public bool AutoTag { get; init; } = true;

    /// <summary>Long memos are summed up, for whoever wants it.</summary>
    public bool AutoSummary { get; init; } = true;

    /// <summary>Bots that read along reply to memos, for whoever wants it.</summary>
    public bool AutoReply { get; init; } = true;

    /// <summary>Nights make drafts of diary pages, for whoever wants it.</summary>
    public bool AutoDiary { get; init; } = true;

    /// <summary>The fewest memos that make a day's draft: 1 to 50.</summary>
    public int AutoDiaryMinMemos { get; init; } = 2;

    /// <summary>How long just so many memos have to be together, in characters: 0 to 10000. More of them need no length.</summary>
    public int AutoDiaryMinChars { get; init; } = 150;

    /// <summary>Calls of AI providers at once in each process: 1 to 256.</summary>
    public int AiConcurrency { get; init; } = 4;

    /// <summary>AI tokens a person may use a day; 0 is no limit.</summary>
    public long AiDailyTokens { get; init; }

    /// <summary>AI tokens a person may use a calendar month; 0 is no limit.</summary>
    public long AiMonthlyTokens { get; init; }

    /// <summary>Making the index of meaning anew rests until an admin lets it go on. Set by a button of its own, not with the other settings.</summary>
    public bool IsIndexingPaused { get; init; }
}
