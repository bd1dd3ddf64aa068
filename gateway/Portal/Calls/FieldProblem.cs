namespace Reseau.Gateway.Portal.Calls;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">Path of the field: in a contract, e.g. <c>referral.need</c>, or in a form, e.g. <c>besoin</c>.</param>
/// <param name="Sentence">In French.</param>
/// <param name="Label">What the form calls the field, for a list of problems away from it.</param>
public sealed record FieldProblem(string Field, string Sentence, string Label = "");
