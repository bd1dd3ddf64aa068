namespace Reseau.Partners.Search;

/// <summary>
/// Each code, commune name or mode once, by number. One writer adds; readers may look up any number they were handed, without a lock: a number
/// travels only in records that were published after it was added.
/// </summary>
internal sealed class CodePool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private string[] _codes = new string[1024];

    public string this[int number] => Volatile.Read(ref _codes)[number];

    public int NumberOf(string code)
    {
        if (_numbers.TryGetValue(code, out var number)) return number;
        number = _numbers.Count;
        if (number == _codes.Length)
        {
            var larger = new string[_codes.Length * 2];
            _codes.CopyTo(larger, 0);
            Volatile.Write(ref _codes, larger);
        }

        _codes[number] = code;
        _numbers.Add(code, number);
        return number;
    }
}
