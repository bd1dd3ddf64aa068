namespace Reseau.Training.Domain.Sessions;

/// <summary>Seats kept for an institution.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="Seats">How many.</param>
/// <param name="ReleaseDate">Day from whose beginning what is left is for everyone.</param>
public sealed record SeatReservation(string Institution, int Seats, DateOnly ReleaseDate);
