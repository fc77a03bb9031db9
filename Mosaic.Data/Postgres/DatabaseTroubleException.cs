namespace Mosaic.Data.Postgres;

/// <summary>The database cannot be had. The message is one sentence for the person who starts Mosaic and says what to do.</summary>
public sealed class DatabaseTroubleException : Exception
{
    public DatabaseTroubleException()
    {
    }

    public DatabaseTroubleException(string message)
        : base(message)
    {
    }

    public DatabaseTroubleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
