namespace Reseau.Partners.Search;

/// <summary>
/// Each code, commune name, mode or word once, by number. One writer adds; readers may look up any number they were handed, without a lock: a number
/// travels only in records that were published after it was added.
/// </summary>
/// <param name="most">How many it takes.</param>
internal sealed class CodePool(int most = int.MaxValue)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private string[] _codes = new string[1024];

    public string this[int number] => Volatile.Read(ref _codes)[number];

    public int NumberOf(string code) => _numbers.TryGetValue(code, out var number) ? number : Add(code);

    /// <summary>The number of a code that is known or finds room.</summary>
    public bool TryNumberOf(ReadOnlySpan<char> code, out int number)
    {
        if (_numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out number)) return true;
        if (_numbers.Count >= most) return false;
        number = Add(code.ToString());
        return true;
    }

    private int Add(string code)
    {
        var number = _numbers.Count;
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
