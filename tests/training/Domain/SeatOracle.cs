namespace Reseau.Training.Tests.Domain;

/// <summary>
/// Who must have a seat and who must wait, found the slow way: seats are chairs, some with the name of an institution on them, and a person can sit when
/// all who sit can be placed on chairs at once. It counts nothing, and shares nothing with the service.
/// </summary>
internal sealed class SeatOracle(int seats, params (string Institution, int Seats)[] kept)
{
    private (string Institution, int Seats)[] _kept = kept;

    public int Seats { get; private set; } = seats;

    public List<(string Person, string Institution)> Seated { get; } = [];

    public List<(string Person, string Institution)> Line { get; } = [];

    /// <summary>Asks for a seat; goes to the end of the line when there is none.</summary>
    public void Ask(string person, string institution)
    {
        if (CanSit([.. Seated, (person, institution)])) Seated.Add((person, institution));
        else Line.Add((person, institution));
    }

    public void Leave(string person)
    {
        Seated.RemoveAll(one => one.Person == person);
        Line.RemoveAll(one => one.Person == person);
        Serve();
    }

    /// <summary>Changes how many chairs there are; false when those who sit, or the names on chairs, do not allow it.</summary>
    public bool Resize(int seats)
    {
        var before = Seats;
        Seats = seats;
        if (_kept.Sum(chair => chair.Seats) > seats || !CanSit(Seated))
        {
            Seats = before;
            return false;
        }
        Serve();
        return true;
    }

    /// <summary>Takes the name of an institution off its chairs.</summary>
    public void Release(string institution)
    {
        _kept = [.. _kept.Where(chair => chair.Institution != institution)];
        Serve();
    }

    private void Serve()
    {
        while (Line.FindIndex(next => CanSit([.. Seated, next])) is >= 0 and var first)
        {
            Seated.Add(Line[first]);
            Line.RemoveAt(first);
        }
    }

    // A matching of persons and chairs, by augmenting paths.
    private bool CanSit(List<(string Person, string Institution)> persons)
    {
        var chairs = _kept.SelectMany(chair => Enumerable.Repeat(chair.Institution, chair.Seats)).ToList();
        if (chairs.Count > Seats) return false;
        chairs.AddRange(Enumerable.Repeat("", Seats - chairs.Count));
        var taken = new int?[chairs.Count];
        return persons.Index().All(person => Place(person.Index, new bool[chairs.Count]));

        bool Place(int person, bool[] tried)
        {
            for (var chair = 0; chair < chairs.Count; chair++)
            {
                if (tried[chair] || (chairs[chair].Length > 0 && chairs[chair] != persons[person].Institution)) continue;
                tried[chair] = true;
                if (taken[chair] is { } other && !Place(other, tried)) continue;
                taken[chair] = person;
                return true;
            }
            return false;
        }
    }
}
