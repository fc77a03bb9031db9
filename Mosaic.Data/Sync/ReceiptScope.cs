using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mosaic.Data.Sync;

/// <summary>
/// While one is open, the next transaction that commits on this flow of calls also writes the receipt: the change and the proof that it is
/// done stand or fall together, and no slice service needs to know of receipts.
/// </summary>
public sealed class ReceiptScope : IDisposable
{
    private static readonly AsyncLocal<ReceiptScope?> Ambient = new();

    private readonly SyncReceipt _receipt;

    private ReceiptScope(SyncReceipt receipt) => _receipt = receipt;

    public static ReceiptScope Open(SyncReceipt receipt)
    {
        if (Ambient.Value is not null) throw new InvalidOperationException("One change has one receipt.");
        return Ambient.Value = new ReceiptScope(receipt);
    }

    public bool IsWritten { get; private set; }

    public void Dispose() => Ambient.Value = null;

    /// <summary>The receipt is there already: the same change was done in the same moment. The transaction that was about to commit rolls back.</summary>
    public sealed class DoneAlreadyException() : Exception("This change is done already.");

    /// <summary>Writes the receipt into the transaction that is about to commit.</summary>
    public sealed class Interceptor : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (Ambient.Value is { IsWritten: false } scope) await scope.WriteAsync(transaction, cancellationToken);
            return result;
        }
    }

    private async Task WriteAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var insert = transaction.Connection!.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """
            INSERT INTO sync_receipts (user_id, client_id, client_change_id, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
            """;
        foreach (object value in new object[] { _receipt.UserId, _receipt.ClientId, _receipt.ClientChangeId, _receipt.CreatedAt })
        {
            var parameter = insert.CreateParameter();
            parameter.Value = value;
            insert.Parameters.Add(parameter);
        }
        if (await insert.ExecuteNonQueryAsync(cancellationToken) == 0) throw new DoneAlreadyException();
        IsWritten = true;
    }
}
