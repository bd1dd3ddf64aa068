using System.Globalization;
using Microsoft.Data.Sqlite;
using Reseau.Journeys.Local;

namespace Reseau.Chaos;

/// <summary>Looks into the databases, as an administrator would with sqlite3.</summary>
public sealed class Tables(DataFolder data)
{
    /// <summary>All rows of a question, each as text.</summary>
    public List<string> Rows(string database, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = data.File(database), Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // Written in this project, never typed by anybody.
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        return rows;
    }

    /// <summary>The one number a question answers.</summary>
    public long Number(string database, string sql) => long.Parse(Rows(database, sql).Single(), CultureInfo.InvariantCulture);
}
