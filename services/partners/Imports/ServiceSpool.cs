using System.Text.Json;
using Reseau.Partners.Formats;

namespace Reseau.Partners.Imports;

/// <summary>Services that came before their structure, on disk until the file has ended. The file is removed by the system whatever happens.</summary>
internal sealed class ServiceSpool : IDisposable
{
    private FileStream? _file;

    public void Add(RawRecord record)
    {
        _file ??= new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory)) record.Fields.WriteTo(json);
        _file.Write(BitConverter.GetBytes(record.Line));
        _file.Write(BitConverter.GetBytes((int)memory.Length));
        _file.Write(memory.GetBuffer(), 0, (int)memory.Length);
    }

    /// <summary>Everything that was added, in that order.</summary>
    public IEnumerable<RawRecord> ReadAll()
    {
        if (_file is null) yield break;
        _file.Position = 0;
        var head = new byte[2 * sizeof(int)];
        while (_file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            var body = new byte[BitConverter.ToInt32(head, sizeof(int))];
            _file.ReadExactly(body);
            using var document = JsonDocument.Parse(body);
            yield return new(BitConverter.ToInt32(head), RecordKind.Service, RawFields.Of(document.RootElement));
        }
    }

    public void Dispose() => _file?.Dispose();
}
