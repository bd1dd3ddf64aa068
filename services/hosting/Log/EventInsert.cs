using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Reseau.Hosting.Log;

/// <summary>
/// Writes events in statements of many rows. EF Core's change tracker costs more for each row than SQLite does; columns, names and
/// conversions still come from its model, so that there is one description of the table.
/// </summary>
internal static class EventInsert
{
    // A statement is a round trip to PostgreSQL; SQLite, in this process, looks for each parameter among all of the statement's names.
    private static int RowsPerStatement(LogDb db) => db.Database.IsSqlite() ? 4 : 50;

    public static async Task WriteAsync(LogDb db, List<EventRow> rows, CancellationToken cancellation)
    {
        var table = db.Model.FindEntityType(typeof(EventRow))!;
        var columns = table.GetProperties().ToArray();
        var connection = db.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var prepared = 0;
        foreach (var chunk in rows.Chunk(RowsPerStatement(db)))
        {
            if (prepared != chunk.Length) Prepare(command, table, columns, prepared = chunk.Length);
            var place = 0;
            foreach (var row in chunk)
            {
                foreach (var column in columns) command.Parameters[place++].Value = ValueOf(column, row);
            }
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static void Prepare(DbCommand command, IEntityType table, IProperty[] columns, int rows)
    {
        command.Parameters.Clear();
        var sql = new StringBuilder("INSERT INTO ").Append(Quoted(table.GetTableName()!)).Append(" (").AppendJoin(", ", columns.Select(column => Quoted(column.GetColumnName()))).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < columns.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
                command.Parameters.Add(parameter);
                sql.Append(column == 0 ? "" : ", ").Append(parameter.ParameterName);
            }
            sql.Append(')');
        }
        command.CommandText = sql.ToString();
    }

    // Both databases write names like that.
    private static string Quoted(string name) => $"\"{name}\"";

    private static object ValueOf(IProperty column, EventRow row)
    {
        var value = column.GetGetter().GetClrValue(row);
        var converter = column.GetTypeMapping().Converter;
        return (converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
    }
}
