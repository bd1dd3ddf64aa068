using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Reseau.Journeys.Local;
using Reseau.Testing;
using Reseau.Testing.Hosts;
using Xunit.Abstractions;

namespace Reseau.Chaos;

/// <summary>
/// A broker that loses, repeats and mixes up what it was given, in both directions, while referrals are sent and accepted. Messages are doorbells: the
/// other service must know the whole log in the end, each change once, and nothing may be left parked.
/// </summary>
public sealed class LosingMessages(ITestOutputHelper output)
{
    private const int Count = 60;

    /// <summary>Two rounds in which a service reads the other's log unasked.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(Fault.Silent)]
    [InlineData(Fault.LosesOneInTen)]
    [InlineData(Fault.RepeatsAndReorders)]
    public async Task Each_change_takes_effect_once_in_the_other_service(Fault fault)
    {
        var lines = new ConcurrentBag<BadLine>();
        var network = new NetworkHost
        {
            Demo = true,
            Delivery = async address =>
            {
                var line = await BadLine.StartAsync(address, fault, seed: 2026);
                lines.Add(line);
                return line.Address;
            },
        };
        await network.InitializeAsync();
        try
        {
            await SendAndAcceptAsync(network);
            await TheDirectoryMeasuresEachAnswerOnceAsync(network);
            await TheReferralsKnowTheLastNameOfEachServiceAsync(network);
        }
        finally
        {
            await network.DisposeAsync();
            foreach (var line in lines) await line.DisposeAsync();
        }

        var spoiled = lines.Sum(line => line.Spoiled);
        output.WriteLine($"{spoiled} messages spoiled");
        Assert.True(spoiled > 0, "The line was good: nothing is proven.");
    }

    private static async Task SendAndAcceptAsync(NetworkHost network)
    {
        var pair = await Pair.OfAsync(network);
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), async (_, cancellation) => await pair.HandOverAsync(cancellation));
    }

    private static async Task TheDirectoryMeasuresEachAnswerOnceAsync(NetworkHost network)
    {
        await Eventually.GetAsync(() => network.Partners.ReadAsync(db => db.AnswerDelays.CountAsync()), measured => measured >= Count, Settling);
        var head = await network.Referrals.ReadAsync(db => db.Events.MaxAsync(happened => happened.Position));
        await Eventually.GetAsync(() => network.Partners.ReadAsync(db => db.Cursors.Where(cursor => cursor.Name == "subscription:referrals").Select(cursor => cursor.Position).SingleAsync()), position => position == head, Settling);

        Assert.Equal(Count, await network.Partners.ReadAsync(db => db.AnswerDelays.CountAsync()));
        Assert.Equal(0, await network.Partners.ReadAsync(db => db.AwaitedAnswers.CountAsync()));
        Assert.Equal(0, await network.Partners.ReadAsync(db => db.Parked.CountAsync()));
    }

    // The other direction: a name that changes thirty times; a repeat of an old one must not come back.
    private static async Task TheReferralsKnowTheLastNameOfEachServiceAsync(NetworkHost network)
    {
        var caf = await network.Partners.ClientAsync("si-caf-35");
        var found = await caf.ListServicesAsync(new() { OwnInstitution = true, PageSize = 1 });
        var service = await caf.GetServiceAsync(new() { Name = found.Services[0].Name });
        for (var turn = 1; turn <= 30; turn++)
        {
            service.DisplayName = $"Nom {turn}";
            service = await caf.PublishServiceAsync(new() { Service = service, RequestId = Requests.NewId() });
        }

        var name = service.Name;
        await Eventually.GetAsync(
            () => network.Referrals.ReadAsync(db => db.KnownServices.Where(known => known.Name == name).Select(known => known.DisplayName).SingleAsync()), known => known == "Nom 30", Settling);
        Assert.Equal(0, await network.Referrals.ReadAsync(db => db.Parked.CountAsync()));
    }
}
