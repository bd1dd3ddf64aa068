using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>
/// Tells a party where a referral stands in its chain. The sender sees all of it. A recipient sees who was asked before it, so as not
/// to send the person back, and whom it passed the person on to; what became of them there is no longer its business.
/// </summary>
internal static class ChainMapper
{
    /// <summary>Adds the chain to a referral that has one.</summary>
    /// <param name="message">The referral.</param>
    /// <param name="chain">The referrals of its chain, oldest first.</param>
    /// <param name="reader">Who reads.</param>
    public static void Add(Contract.Referral message, IReadOnlyList<WorklistRow> chain, Side reader)
    {
        if (chain.FirstOrDefault(link => link.Name == message.Name) is not { } own) return;
        message.RedirectedFrom = chain.FirstOrDefault(link => link.RedirectedTo == own.Name)?.Name ?? "";
        message.RedirectedTo = own.RedirectedTo ?? "";
        if (reader == Side.Sender) message.ChainState = (Contract.Referral.Types.ChainState?)ChainStates.OfChain(chain.Select(link => link.Standing)) ?? default;
        message.Chain.AddRange(chain.Where(link => reader == Side.Sender || link.Hop <= own.Hop + 1).Select(link => ToMessage(link, reader == Side.Sender || link == own)));
    }

    private static Contract.ChainLink ToMessage(WorklistRow link, bool isReadable) => new()
    {
        Referral = isReadable ? link.Name : "",
        Service = link.Service,
        ServiceDisplayName = link.ServiceDisplayName,
        Recipient = Codes.Institution(link.Recipient),
        State = isReadable ? (Contract.Referral.Types.State)link.State : default,
    };
}
